using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>Comparisons that need no test framework, so that the tables also run under Mono on the shipped DLL.</summary>
public static class Expect
{
    public static void Equal<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new InvalidOperationException("Expected <" + expected + "> but got <" + actual + ">.");
    }

    public static void Sequence(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Equal(string.Join("\n", expected.ToArray()), string.Join("\n", actual.ToArray()));

    /// <summary>A text as part of a case's name: short, and with escapes for what cannot be printed.</summary>
    public static string Name(string text)
    {
        var name = new StringBuilder();
        foreach (var c in text.Take(60))
            name.Append(c is >= ' ' and <= '~' ? c.ToString() : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture));
        return text.Length <= 60 ? name.ToString() : name + "... of " + text.Length;
    }

    /// <summary>A message as <c>key(argument, argument)</c>; nothing for null.</summary>
    public static void Message(string expected, Message? actual) => Equal(expected, actual is null ? "" : actual.ToString());
}
