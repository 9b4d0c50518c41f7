using ImageMagick;

namespace Sandbox.Messages;

/// <summary>Makes thumbnails as the platform does, and so finds out whether bytes are an image that a column takes.</summary>
internal static class Thumbnail
{
    private const uint Side = 144;
    private const uint LargestSide = 16_000;
    private const long LargestArea = 100_000_000;

    static Thumbnail()
    {
        // What a header promises is refused before memory is taken for it.
        ResourceLimits.Width = LargestSide;
        ResourceLimits.Height = LargestSide;
        ResourceLimits.Area = LargestArea;
        ResourceLimits.Memory = 512UL * 1024 * 1024;
        ResourceLimits.Disk = 0;
        ResourceLimits.ListLength = 100;
        ResourceLimits.Thread = 1;
    }

    /// <summary>A square of at most 144 x 144 pixels out of the middle.</summary>
    /// <exception cref="OrganizationFault">The bytes are no intact GIF, JPEG, TIFF, BMP or PNG.</exception>
    public static byte[] Make(byte[] content)
    {
        if (FormatOf(content) is not { } format) throw Failure("its format is not GIF, JPEG, TIFF, BMP or PNG");
        try
        {
            var settings = new MagickReadSettings { Format = format, FrameIndex = 0, FrameCount = 1 };
            var info = new MagickImageInfo(content, settings);
            if ((long)info.Width * info.Height > LargestArea) throw Failure("it has too many pixels");
            using var image = new MagickImage(content, settings);
            var side = Math.Min(Side, Math.Min(image.Width, image.Height));
            if (image.Width > side || image.Height > side)
            {
                image.Resize(new MagickGeometry(side, side) { FillArea = true });
                image.Crop(side, side, Gravity.Center);
                image.ResetPage();
            }

            image.Strip();
            image.Format = MagickFormat.Png;
            return image.ToByteArray();
        }
        catch (MagickException e)
        {
            throw Failure("it cannot be decoded", e);
        }
    }

    private static OrganizationFault Failure(string why, Exception? inner = null) => new(ErrorCodes.ProcessImageFailure,
        $"The image could not be processed: {why}.", inner: inner);

    private static MagickFormat? FormatOf(ReadOnlySpan<byte> content) => content switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => MagickFormat.Png,
        [0xFF, 0xD8, 0xFF, ..] => MagickFormat.Jpeg,
        [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => MagickFormat.Gif,
        [0x42, 0x4D, ..] => MagickFormat.Bmp,
        [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => MagickFormat.Tiff,
        _ => null,
    };
}
