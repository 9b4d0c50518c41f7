namespace Sandbox;

/// <summary>A clock that can be set and moved. It runs with the clock below it, or stands still until it is moved.</summary>
/// <remarks>Only the present is moved: timers, and what measures how long something takes, stay on real time.</remarks>
public sealed class MovableClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly Lock _lock = new();
    private readonly bool _stands;
    private DateTimeOffset _standing;
    private TimeSpan _offset;

    /// <summary>A clock that runs; it shows the real time until it is moved.</summary>
    /// <param name="real">The clock below it; null for the machine's.</param>
    public MovableClock(TimeProvider? real = null) => _real = real ?? System;

    private MovableClock(DateTimeOffset at)
        : this() => (_stands, _standing) = (true, at.ToUniversalTime());

    /// <summary>Raised after the clock was set or moved, on the thread that did it.</summary>
    public event Action? Moved;

    /// <summary>How far it is ahead of the real time; negative when it is behind.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_lock) return _stands ? _standing - _real.GetUtcNow() : _offset;
        }
    }

    /// <summary>A clock that stands still at a moment.</summary>
    public static MovableClock StandingAt(DateTimeOffset moment) => new(moment);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _stands ? _standing : _real.GetUtcNow() + _offset;
    }

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset moment)
    {
        lock (_lock)
        {
            if (_stands) _standing = moment.ToUniversalTime();
            else _offset = moment - _real.GetUtcNow();
        }

        Moved?.Invoke();
    }

    /// <summary>Moves the clock; a negative span moves it back.</summary>
    public void Move(TimeSpan by)
    {
        lock (_lock)
        {
            if (_stands) _standing += by;
            else _offset += by;
        }

        Moved?.Invoke();
    }
}
