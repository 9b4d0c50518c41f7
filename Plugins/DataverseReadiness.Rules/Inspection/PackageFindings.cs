using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Collects findings within bounds: one that is left out is never worse than one that is kept.</summary>
internal sealed class PackageFindings
{
    /// <summary>Findings kept; a person fixes the first of them, and what is beyond shows then.</summary>
    public const int Max = 1000;

    // The same rule in the same file: more of them say no more.
    private const int MaxAlike = 20;

    // What is wrong with the structure first, then each severity.
    private readonly List<PackageFinding>[] _kept = Enumerable.Range(0, 6).Select(_ => new List<PackageFinding>()).ToArray();
    private readonly Dictionary<string, int> _alike = new Dictionary<string, int>();
    private int _leftOut;

    /// <summary>Something about the structure of the package.</summary>
    public void Add(PackagePart part, Message message, string file = "", int line = 0) => Keep(0, new PackageFinding(part, message, file, line));

    /// <summary>Something that the solution checker's rules forbid.</summary>
    public void AddCode(PackagePart part, Message message, string file, int line, string rule, CheckerSeverity severity)
    {
        _alike.TryGetValue(file + rule, out var count);
        _alike[file + rule] = count + 1;
        if (count < MaxAlike)
            Keep((int)severity + 1, new PackageFinding(part, message, file, line, rule, severity));
        else
            _leftOut++;
    }

    /// <summary>What is kept, worst first, and the number of the others.</summary>
    public List<PackageFinding> ToList(out int leftOut)
    {
        var kept = _kept.SelectMany(findings => findings).ToList();
        leftOut = _leftOut + System.Math.Max(0, kept.Count - Max);
        return kept.Take(Max).ToList();
    }

    private void Keep(int rank, PackageFinding finding)
    {
        if (_kept[rank].Count < Max)
            _kept[rank].Add(finding);
        else
            _leftOut++;
    }
}
