using System;

namespace DataverseReadiness.Plugins.Validation;

/// <summary>Why the value of one column cannot be stored.</summary>
internal sealed class Problem
{
    private readonly Func<int, string> _sentence;

    /// <param name="sentence">Says in a language what is wrong and what to enter.</param>
    public Problem(ColumnInfo column, Func<int, string> sentence)
    {
        Column = column;
        _sentence = sentence;
    }

    public ColumnInfo Column { get; }

    public string In(int language) => Column.DisplayName(language) + ": " + _sentence(language);
}
