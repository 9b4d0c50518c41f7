using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules;

/// <summary>Country codes of two letters, as ISO 3166-1 has them.</summary>
internal static class Countries
{
    private const int Letters = 26;

    private static readonly char[] Separators = [' ', ',', ';', '\t', '\r', '\n'];

    private static readonly HashSet<string> Known = new(
        (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV "
        + "CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM "
        + "IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW "
        + "MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS "
        + "ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The codes in a text, parted by blanks, commas or lines.</summary>
    public static string[] In(string? text) => (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it is a code as the standard writes it.</summary>
    public static bool IsCode(string code) => Known.Contains(code);

    /// <summary>Whether it is a code, in whichever case.</summary>
    public static bool IsKnown(string code) => Known.Contains(code.ToUpperInvariant());

    /// <summary>The codes that another list lacks.</summary>
    public static List<string> Without(string[] codes, string[] others)
    {
        var there = new bool[Letters * Letters];
        foreach (var other in others)
        {
            if (Place(other) is var place && place >= 0)
                there[place] = true;
        }

        var missing = new List<string>();
        foreach (var code in codes)
        {
            if (Place(code) is var place && (place < 0 || !there[place]))
                missing.Add(code);
        }

        return missing;
    }

    private static int Place(string code)
    {
        if (code.Length != 2)
            return -1;
        int first = (code[0] | 0x20) - 'a', second = (code[1] | 0x20) - 'a';
        return first is >= 0 and < Letters && second is >= 0 and < Letters ? (first * Letters) + second : -1;
    }
}
