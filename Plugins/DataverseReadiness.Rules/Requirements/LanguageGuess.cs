using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>Guesses the language of a text by words that are common in one language and not in the others.</summary>
internal static class LanguageGuess
{
    /// <summary>A text of less hits is too short to tell.</summary>
    private const int Fewest = 4;

    /// <summary>Enough of any listing.</summary>
    private const int Longest = 4000;

    /// <summary>In the order of <see cref="Language"/>; two languages are told by their script.</summary>
    private static readonly Dictionary<string, Language> Words = Read(
        "the and of with your for is are that this from you by which have without",
        "",
        "a v na se pro je není nebo jsou pomocí která bez také při aby že",
        "og det af ikke på til med jeres eller også når hvor vores bliver hvordan",
        "en het een van voor niet met uw zijn op naar ook kunnen wordt bij zonder",
        "ja on ei että joka tai ovat sekä myös kun voit sinun mutta kanssa ilman",
        "et les des pour avec vous une dans votre est sur sans vos cette aux nous",
        "und der die das mit für nicht ist sie ihre von auf eine oder werden ohne",
        "e gli che con una per della sono non alla più anche delle nel i dei",
        "",
        "og ikke på til med deres eller også når hvor våre blir hvordan gjør uten",
        "i w z na się nie do jest oraz dla przez które od lub bez są",
        "e os uma para com não são você seu sua mais também dos das pelo em",
        "y los las para con una por del sus es sin también más puede su desde",
        "och att som är på med för inte till eller från utan vår era ditt också när",
        "ve bir için ile bu olarak daha değil veya olan göre kadar sizin çok gibi tüm");

    /// <summary>The language; null when the text does not tell.</summary>
    public static Language? Of(string text)
    {
        var length = Math.Min(text.Length, Longest);
        if (ByScript(text, length) is { } script)
            return script;

        var hits = new int[(int)Language.Turkish - (int)Language.English + 1];
        var start = 0;
        for (var i = 0; i <= length; i++)
        {
            if (i < length && char.IsLetter(text[i]))
                continue;
            if (i - start is > 0 and <= 10 && Words.TryGetValue(text.Substring(start, i - start), out var only))
                hits[only - Language.English]++;
            start = i + 1;
        }

        int best = 0, second = 0, which = 0;
        for (var i = 0; i < hits.Length; i++)
        {
            if (hits[i] > best)
            {
                second = best;
                best = hits[i];
                which = i;
            }
            else if (hits[i] > second)
            {
                second = hits[i];
            }
        }

        return best >= Fewest && best >= 2 * second ? Language.English + which : null;
    }

    // Kana are Japanese; Chinese characters without them are Chinese.
    private static Language? ByScript(string text, int length)
    {
        int kana = 0, han = 0;
        for (var i = 0; i < length; i++)
        {
            if (text[i] is >= '\u3040' and <= '\u30FF')
                kana++;
            else if (text[i] is >= '\u4E00' and <= '\u9FFF')
                han++;
        }

        return kana >= Fewest ? Language.Japanese : han >= Fewest && kana == 0 ? Language.ChineseSimplified : null;
    }

    // A word of several languages tells nothing.
    private static Dictionary<string, Language> Read(params string[] lists)
    {
        var words = new Dictionary<string, Language>(StringComparer.OrdinalIgnoreCase);
        var shared = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < lists.Length; i++)
        {
            foreach (var word in lists[i].Split(' '))
            {
                if (shared.Contains(word))
                    continue;
                if (words.Remove(word))
                    shared.Add(word);
                else
                    words.Add(word, Language.English + i);
            }
        }

        return words;
    }
}
