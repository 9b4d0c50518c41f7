namespace Packager.Tests;

/// <summary>Whatever happens to the bytes, reading and checking come back, and either name it or find the same solution.</summary>
public sealed class DamagedZipTests
{
    private static readonly byte[] Good = new Sample().Zip();
    private static readonly byte[] Same = Written(Good);

    [Fact]
    public void A_zip_cut_anywhere_has_a_finding()
    {
        foreach (var length in Enumerable.Range(0, 60).Select(part => Good.Length * part / 60).Concat(Enumerable.Range(Good.Length - 40, 40)))
            Assert.True(HasFindingOrIsTheSame(Good[..length]), $"Cut at {length} of {Good.Length}.");
    }

    [Fact]
    public void A_zip_with_a_flipped_bit_has_a_finding_or_is_the_same()
    {
        var random = new Random(20181201);
        for (var round = 0; round < 150; round++)
        {
            // Half of the flips go where the directory is, which is a small part of the zip.
            var place = round % 2 == 0 ? random.Next(Good.Length) : Good.Length - 1 - random.Next(1500);
            var broken = (byte[])Good.Clone();
            broken[place] ^= (byte)(1 << random.Next(8));
            Assert.True(HasFindingOrIsTheSame(broken), $"Flipped at {place} of {Good.Length}, now {broken[place]:x2}.");
        }
    }

    [Fact]
    public void Bytes_that_are_no_zip_have_a_finding()
    {
        var random = new Random(1053);
        for (var round = 0; round < 50; round++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Assert.NotEmpty(ImportCheck.Run(SolutionPackage.ReadZip(new MemoryStream(bytes))));
        }
    }

    /// <summary>Also XML that no schema foresaw: elements taken out one by one, and texts replaced.</summary>
    [Fact]
    public void Odd_XML_never_throws()
    {
        var random = new Random(9);
        foreach (var round in Enumerable.Range(0, 60))
        {
            var package = SolutionPackage.ReadZip(new MemoryStream(Good));
            var elements = package.Customizations!.Descendants().Concat(package.Solution!.Descendants()).ToList();
            foreach (var element in Enumerable.Range(0, 5).Select(_ => elements[random.Next(elements.Count)]))
            {
                if (element.Parent == null) continue;
                switch (random.Next(4))
                {
                    case 0: element.Remove(); break;
                    case 1: element.RemoveAttributes(); break;
                    case 2: element.Value = "\u00e5{0}|;,."; break;
                    default: element.Name = "other"; break;
                }
            }

            Assert.NotNull(ImportCheck.Run(package));
            Assert.NotNull(package.ToModel());
        }
    }

    private static bool HasFindingOrIsTheSame(byte[] bytes)
    {
        var package = SolutionPackage.ReadZip(new MemoryStream(bytes));
        return ImportCheck.Run(package).Count > 0 || Written(package).AsSpan().SequenceEqual(Same);
    }

    private static byte[] Written(byte[] zip) => Written(SolutionPackage.ReadZip(new MemoryStream(zip)));

    private static byte[] Written(SolutionPackage package)
    {
        using var stream = new MemoryStream();
        package.WriteZip(stream, managed: false);
        return stream.ToArray();
    }
}
