using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DataverseReadiness.Rules.Probing;

namespace DataverseReadiness.Rules.Tests.Cases.Probing;

/// <summary>A network made of answers; it records who was asked. Names that are not given lead to a public address.</summary>
public sealed class FakeTransport : IProbeTransport
{
    private readonly Dictionary<string, Queue<IPAddress>> _names = new Dictionary<string, Queue<IPAddress>>();
    private readonly Dictionary<string, ProbeAnswer> _answers = new Dictionary<string, ProbeAnswer>();

    /// <summary>Looked-up names and asked addresses, in order.</summary>
    public List<string> Seen { get; } = new List<string>();

    /// <summary>What the last request was to read, and within which time.</summary>
    public int Bytes { get; private set; }

    public TimeSpan Within { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    /// <summary>How long each look-up and each request takes.</summary>
    public TimeSpan Step { get; set; } = TimeSpan.FromMilliseconds(10);

    public TransportProblem? LookUpProblem { get; set; }

    public bool IsGateway { get; set; }

    /// <summary>What the name leads to at the first question, at the next and so on; the last stays.</summary>
    public FakeTransport Name(string host, params string[] addresses)
    {
        _names[host] = new Queue<IPAddress>(addresses.Select(IPAddress.Parse));
        return this;
    }

    public FakeTransport Answer(string url, int status, string? location = null, byte[]? body = null, DateTime? certificateEnds = null)
    {
        _answers[url] = new ProbeAnswer { Status = status, Location = location, Body = body ?? new byte[0], CertificateEnds = certificateEnds };
        return this;
    }

    public FakeTransport Problem(string url, TransportProblem problem, int? status = null)
    {
        _answers[url] = new ProbeAnswer { Problem = problem, Status = status };
        return this;
    }

    public ProbeLookup Resolve(string host, TimeSpan within)
    {
        Seen.Add("look up " + host);
        Elapsed += Step;
        if (LookUpProblem is { } problem)
            return ProbeLookup.None(problem);
        return IsGateway ? ProbeLookup.LeftToGateway : ProbeLookup.Found(new[] { Next(host) });
    }

    public ProbeAnswer Get(string url, string host, int bytes, TimeSpan within)
    {
        Bytes = bytes;
        Within = within;
        Elapsed += Step;
        if (!IsGateway && !AddressPolicy.Allows(Next(host)))
            return new ProbeAnswer { Problem = TransportProblem.AddressRefused };
        Seen.Add("get " + url);
        return _answers.TryGetValue(url, out var answer) ? answer : new ProbeAnswer { Status = 200 };
    }

    private IPAddress Next(string host) =>
        !_names.TryGetValue(host, out var queue) ? IPAddress.Parse("93.184.215.14") : queue.Count > 1 ? queue.Dequeue() : queue.Peek();
}
