using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Versions: up to four numbers parted by dots; numbers left out are 0.</summary>
internal static class VersionText
{
    private const int Parts = 4;

    /// <summary>Four numbers; null for anything else.</summary>
    public static int[]? Read(string? text)
    {
        text = (text ?? "").Trim();
        var version = new int[Parts];
        int part = 0, digits = 0;
        foreach (var character in text)
        {
            if (character is >= '0' and <= '9' && digits < 9)
            {
                version[part] = (version[part] * 10) + character - '0';
                digits++;
            }
            else
            {
                if (character != '.' || digits == 0 || ++part == Parts)
                    return null;
                digits = 0;
            }
        }

        return digits > 0 ? version : null;
    }

    public static bool Same(int[] one, int[] other)
    {
        for (var i = 0; i < Parts; i++)
        {
            if (one[i] != other[i])
                return false;
        }

        return true;
    }

    /// <summary>The solution whose version is the app's: the anchor, else the only one.</summary>
    public static PackageSolution? SolutionOf(PackageFacts package) =>
        package.Anchor() ?? (package.Solutions.Count == 1 ? package.Solutions[0] : null);
}
