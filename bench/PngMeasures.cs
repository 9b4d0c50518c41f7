using DataverseReadiness.Rules.Inspection;

namespace Bench;

/// <summary>Verification of whole PNG files, from signature to IEND.</summary>
internal static class PngMeasures
{
    public static IEnumerable<Measure> All()
    {
        yield return new("PNG verification, screenshot of 1280 x 720 that compresses well", "", () => Verification(PngFile.Create(1280, 720, noise: 0.02)));
        yield return new("PNG verification, photo-like 1280 x 720", "", () => Verification(PngFile.Create(1280, 720, noise: 1)));
        yield return new("PNG verification, logo of 48 x 48", "", () => Verification(PngFile.Create(48, 48, noise: 0.2)));
    }

    private static string Verification(byte[] png)
    {
        if (!ImageInspector.Inspect(png).IsIntact)
            throw new InvalidOperationException("The measured PNG is not intact.");

        const double megabyte = 1_000_000;
        var (median, best) = Clock.Of(() => ImageInspector.Inspect(png));
        return FormattableString.Invariant(
            $"{png.Length / megabyte / median.TotalSeconds:0.0} MB/s (best {png.Length / megabyte / best.TotalSeconds:0.0} MB/s), {median.TotalMilliseconds:0.000} ms for {png.Length / 1000.0:0.0} kB");
    }
}
