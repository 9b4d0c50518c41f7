using CsCheck;
using DataverseReadiness.Rules.Inspection;
using DataverseReadiness.Rules.Tests.Cases.Inspection;
using Png = BigGustave.Png;

namespace DataverseReadiness.Rules.Tests.Inspection;

/// <summary>The inspector against a decoder, BigGustave, on generated pictures.</summary>
public sealed class PngDecoderTests
{
    // The decoder fails on greyscale below 8 bits and on interlaced palettes, right ones too; the tables hold those kinds.
    private static readonly (int Depth, int Colour)[] Kinds = [(8, 0), (16, 0), (1, 3), (2, 3), (4, 3), (8, 3), (8, 2), (16, 2), (8, 4), (16, 4), (8, 6), (16, 6)];

    private static readonly Gen<byte[]> Pictures =
        Gen.Select(Gen.OneOf(Kinds), Gen.Int[1, 70], Gen.Int[1, 70], Gen.Bool, Gen.Int)
            .Select((kind, width, height, interlaced, seed) => PngBuilder.Image(width, height, kind.Depth, kind.Colour, interlaced && kind.Colour != 3, seed));

    [Fact]
    public void Agrees_on_the_size_of_what_the_decoder_reads() =>
        Pictures.Sample(
            bytes =>
            {
                var decoded = Decode(bytes);

                var image = ImageInspector.Inspect(bytes);

                return decoded is { } size && image.Damage is null && image.Width == size.Width && image.Height == size.Height;
            },
            iter: 300);

    /// <summary>The decoder is the more lenient of the two, so only this direction holds: what it refuses, the inspector must.</summary>
    [Fact]
    public void Finds_damage_in_all_that_the_decoder_refuses() =>
        Gen.Select(Pictures, Gen.Int[0, int.MaxValue], Gen.Byte).Sample(
            (bytes, place, value) =>
            {
                var damaged = (byte[])bytes.Clone();
                damaged[place % damaged.Length] = value;

                return ImageInspector.Inspect(damaged).Damage is not null || Decode(damaged) is not null;
            },
            iter: 1000);

    private static (int Width, int Height)? Decode(byte[] bytes)
    {
        try
        {
            var png = Png.Open(bytes);
            for (var y = 0; y < png.Height; y++)
            {
                for (var x = 0; x < png.Width; x++)
                    png.GetPixel(x, y);
            }

            return (png.Width, png.Height);
        }
        catch (Exception)
        {
            // Whatever it throws on bytes that it does not like: it is a refusal.
            return null;
        }
    }
}
