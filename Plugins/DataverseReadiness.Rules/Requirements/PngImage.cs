namespace DataverseReadiness.Rules;

/// <summary>Whether an uploaded image is a PNG of exactly some size.</summary>
internal static class PngImage
{
    public static Message Fix(int width, int height) => new("png.fix", Shown.Number(width), Shown.Number(height));

    /// <summary>Why it is not, or not yet known to be; null when it is.</summary>
    public static Verdict? Problem(AssetFact asset, int width, int height, Message fix, string?[] basis)
    {
        if (Assets.NotReadable(asset, Assets.Image, fix, basis) is { } unreadable)
            return unreadable;

        var target = Assets.In(asset, Assets.Image);
        if (asset.Format != "PNG")
            return Verdict.NotMet(new Message("png.format", Shown.Text(asset.Name), Shown.Text(asset.Format)), fix, target, basis);

        return asset.Width == width && asset.Height == height
            ? null
            : Verdict.NotMet(
                new Message("png.size", Shown.Text(asset.Name), Shown.Number(asset.Width ?? 0), Shown.Number(asset.Height ?? 0)),
                fix,
                target,
                basis);
    }
}
