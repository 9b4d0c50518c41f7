using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Character references as the HTML standard reads them.</summary>
/// <remarks>
/// Of the 2,231 names of the standard these are here: all 106 that may stand without a semicolon, all of HTML 4 (with the
/// characters the present standard gives them) and the names of common punctuation. Another name stays in the text as it is written.
/// </remarks>
internal static class HtmlEntities
{
    private const int LongestName = 32;

    // Not constants, which an assembly stores twice.
    private static readonly string WithoutSemicolon =
        "AElig=C6 AMP=26 Aacute=C1 Acirc=C2 Agrave=C0 Aring=C5 Atilde=C3 Auml=C4 COPY=A9 Ccedil=C7 ETH=D0 Eacute=C9 Ecirc=CA Egrave=C8 Euml=CB GT=3E Iacute=CD " +
        "Icirc=CE Igrave=CC Iuml=CF LT=3C Ntilde=D1 Oacute=D3 Ocirc=D4 Ograve=D2 Oslash=D8 Otilde=D5 Ouml=D6 QUOT=22 REG=AE THORN=DE Uacute=DA Ucirc=DB " +
        "Ugrave=D9 Uuml=DC Yacute=DD aacute=E1 acirc=E2 acute=B4 aelig=E6 agrave=E0 amp=26 aring=E5 atilde=E3 auml=E4 brvbar=A6 ccedil=E7 cedil=B8 cent=A2 " +
        "copy=A9 curren=A4 deg=B0 divide=F7 eacute=E9 ecirc=EA egrave=E8 eth=F0 euml=EB frac12=BD frac14=BC frac34=BE gt=3E iacute=ED icirc=EE iexcl=A1 " +
        "igrave=EC iquest=BF iuml=EF laquo=AB lt=3C macr=AF micro=B5 middot=B7 nbsp=A0 not=AC ntilde=F1 oacute=F3 ocirc=F4 ograve=F2 ordf=AA ordm=BA oslash=F8 " +
        "otilde=F5 ouml=F6 para=B6 plusmn=B1 pound=A3 quot=22 raquo=BB reg=AE sect=A7 shy=AD sup1=B9 sup2=B2 sup3=B3 szlig=DF thorn=FE times=D7 uacute=FA " +
        "ucirc=FB ugrave=F9 uml=A8 uuml=FC yacute=FD yen=A5 yuml=FF";

    private static readonly string WithSemicolon =
        "Alpha=391 Beta=392 Chi=3A7 Dagger=2021 Delta=394 Epsilon=395 Eta=397 Gamma=393 Hat=5E Iota=399 Kappa=39A Lambda=39B Mu=39C NewLine=A Nu=39D OElig=152 " +
        "Omega=3A9 Omicron=39F Phi=3A6 Pi=3A0 Prime=2033 Psi=3A8 Rho=3A1 Scaron=160 Sigma=3A3 Tab=9 Tau=3A4 Theta=398 Upsilon=3A5 Xi=39E Yuml=178 Zeta=396 " +
        "alefsym=2135 alpha=3B1 and=2227 ang=2220 apos=27 ast=2A asymp=2248 bdquo=201E beta=3B2 bsol=5C bull=2022 bullet=2022 cap=2229 caret=2041 check=2713 " +
        "checkmark=2713 chi=3C7 circ=2C6 clubs=2663 colon=3A comma=2C commat=40 cong=2245 copysr=2117 crarr=21B5 cross=2717 cup=222A dArr=21D3 dagger=2020 " +
        "darr=2193 dash=2010 delta=3B4 diams=2666 dollar=24 empty=2205 emsp=2003 ensp=2002 epsilon=3B5 equals=3D equiv=2261 eta=3B7 euro=20AC excl=21 " +
        "exist=2203 female=2640 fnof=192 forall=2200 frac13=2153 frac15=2155 frac18=215B frac23=2154 frasl=2044 gamma=3B3 ge=2265 grave=60 hArr=21D4 half=BD " +
        "harr=2194 hearts=2665 hellip=2026 horbar=2015 hyphen=2010 image=2111 incare=2105 infin=221E int=222B iota=3B9 isin=2208 kappa=3BA lArr=21D0 " +
        "lambda=3BB lang=27E8 larr=2190 larrhk=21A9 lbrace=7B lbrack=5B lceil=2308 lcub=7B ldquo=201C ldquor=201E le=2264 lfloor=230A lowast=2217 lowbar=5F " +
        "loz=25CA lpar=28 lrm=200E lsaquo=2039 lsqb=5B lsquo=2018 lsquor=201A male=2642 mdash=2014 minus=2212 mldr=2026 mu=3BC nabla=2207 ndash=2013 ne=2260 " +
        "ni=220B nldr=2025 notin=2209 nsub=2284 nu=3BD num=23 numero=2116 oelig=153 ohm=3A9 oline=203E omega=3C9 omicron=3BF oplus=2295 or=2228 otimes=2297 " +
        "part=2202 percnt=25 period=2E permil=2030 perp=22A5 phi=3C6 phone=260E pi=3C0 piv=3D6 plus=2B prime=2032 prod=220F prop=221D psi=3C8 quest=3F " +
        "rArr=21D2 radic=221A rang=27E9 rarr=2192 rarrw=219D rbrace=7D rbrack=5D rceil=2309 rcub=7D rdquo=201D real=211C rfloor=230B rho=3C1 rlm=200F rpar=29 " +
        "rsaquo=203A rsqb=5D rsquo=2019 sbquo=201A scaron=161 sdot=22C5 semi=3B sigma=3C3 sigmaf=3C2 sim=223C sol=2F spades=2660 star=2606 starf=2605 sub=2282 " +
        "sube=2286 sum=2211 sup=2283 supe=2287 tau=3C4 telrec=2315 there4=2234 theta=3B8 thetasym=3D1 thinsp=2009 tilde=2DC trade=2122 uArr=21D1 uarr=2191 " +
        "upsih=3D2 upsilon=3C5 verbar=7C vert=7C weierp=2118 xi=3BE zeta=3B6 zwj=200D zwnj=200C";

    // What the numbers 128 to 159 stand for, which a browser reads as Windows-1252.
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly Dictionary<string, string> Loose = Parse(WithoutSemicolon);
    private static readonly Dictionary<string, string> Strict = Parse(WithSemicolon);

    /// <summary>Reads the reference that starts at the ampersand, appends its text, and returns the position behind it.</summary>
    public static int Append(string source, int ampersand, bool inAttribute, StringBuilder text)
    {
        var position = ampersand + 1;
        var end = position < source.Length && source[position] == '#'
            ? AppendNumber(source, position + 1, text)
            : AppendName(source, position, inAttribute, text);
        if (end > 0)
            return end;
        text.Append('&');
        return position;
    }

    private static int AppendNumber(string source, int position, StringBuilder text)
    {
        var isHex = position < source.Length && source[position] is 'x' or 'X';
        if (isHex)
            position++;
        var start = position;
        var value = 0;
        for (; position < source.Length && Digit(source[position], isHex) is >= 0 and var digit; position++)
            value = Math.Min((value * (isHex ? 16 : 10)) + digit, 0x110000);
        if (position == start)
            return -1;
        if (value is >= 0x80 and <= 0x9F)
            text.Append(Windows1252[value - 0x80]);
        else if (value is 0 or > 0x10FFFF or >= 0xD800 and <= 0xDFFF)
            text.Append('\uFFFD');
        else
            text.Append(char.ConvertFromUtf32(value));
        return position < source.Length && source[position] == ';' ? position + 1 : position;
    }

    private static int AppendName(string source, int start, bool inAttribute, StringBuilder text)
    {
        var end = start;
        while (end < source.Length && end - start < LongestName && IsAlphanumeric(source[end]))
            end++;
        var name = source.Substring(start, end - start);
        if (end < source.Length && source[end] == ';' && (Strict.TryGetValue(name, out var found) || Loose.TryGetValue(name, out found)))
        {
            text.Append(found);
            return end + 1;
        }

        for (var length = name.Length; length > 1; length--)
        {
            if (!Loose.TryGetValue(name.Substring(0, length), out found))
                continue;
            end = start + length;
            var hasSemicolon = end < source.Length && source[end] == ';';
            if (inAttribute && !hasSemicolon && end < source.Length && (source[end] == '=' || IsAlphanumeric(source[end])))
                return -1;
            text.Append(found);
            return hasSemicolon ? end + 1 : end;
        }

        return -1;
    }

    private static int Digit(char c, bool isHex) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' when isHex => c - 'a' + 10,
        >= 'A' and <= 'F' when isHex => c - 'A' + 10,
        _ => -1,
    };

    private static bool IsAlphanumeric(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static Dictionary<string, string> Parse(string table)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in table.Split(' '))
        {
            var equals = entry.IndexOf('=');
            names[entry.Substring(0, equals)] = char.ConvertFromUtf32(int.Parse(entry.Substring(equals + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }

        return names;
    }
}
