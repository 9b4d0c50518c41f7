using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Sandbox.Pipeline;

/// <summary>Threads that run operations, so that the caller can go when a plug-in does not return.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly ConcurrentStack<Worker> _idle = new();
    private int _abandoned;
    private volatile bool _disposed;

    /// <summary>Threads left behind that have not returned yet.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>Runs the work of the operation; ends the operation when the time is up.</summary>
    /// <exception cref="TimeoutException">The time was up; the operation was ended and its thread left behind.</exception>
    public T Run<T>(Operation operation, TimeSpan limit, Func<T> work)
    {
        if (!_idle.TryPop(out var worker)) worker = new Worker(this);
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        worker.Start(() =>
        {
            lock (operation.Sync)
            {
                try
                {
                    result = work();
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
                finally
                {
                    operation.Completed = true;
                }
            }
        });
        if (!worker.Wait(limit) && operation.TryExpire())
        {
            Interlocked.Increment(ref _abandoned);
            worker.Abandon(() => Interlocked.Decrement(ref _abandoned));
            throw new TimeoutException();
        }

        worker.Wait(Timeout.InfiniteTimeSpan);
        if (_disposed) worker.Stop();
        else _idle.Push(worker);
        failure?.Throw();
        return result;
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out var worker)) worker.Stop();
    }

    private sealed class Worker
    {
        private readonly SemaphoreSlim _start = new(0);
        private readonly ManualResetEventSlim _done = new(true, spinCount: 0); // Operations take far longer than a spin.
        private readonly Lock _ending = new();
        private Action? _work;
        private Action? _returned;
        private bool _abandoned;
        private bool _finished;

        public Worker(WorkerPool pool)
        {
            _ = pool;
            new Thread(Loop) { IsBackground = true, Name = "Sandbox operation" }.Start();
        }

        public void Start(Action work)
        {
            _done.Reset();
            _work = work;
            _start.Release();
        }

        public bool Wait(TimeSpan limit) => _done.Wait(limit);

        /// <summary>The thread ends with its present work, whenever that may be.</summary>
        public void Abandon(Action returned)
        {
            lock (_ending)
            {
                _abandoned = true;
                _returned = returned;
                if (_finished) returned();
            }
        }

        public void Stop()
        {
            _work = null;
            _start.Release();
        }

        private void Loop()
        {
            while (true)
            {
                _start.Wait();
                if (_work is not { } work) return;
                _finished = false;
                work();
                lock (_ending)
                {
                    _finished = true;
                    if (_abandoned)
                    {
                        _returned!();
                        return;
                    }
                }

                _done.Set();
            }
        }
    }
}
