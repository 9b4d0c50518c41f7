namespace Packager.Tests;

public sealed class SampleTests
{
    [Fact]
    public void The_sample_has_no_finding_as_a_folder() => Assert.Empty(ImportCheck.Run(new Sample().Read()));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_sample_has_no_finding_as_a_zip(bool managed) =>
        Assert.Empty(ImportCheck.Run(SolutionPackage.ReadZip(new MemoryStream(new Sample().Zip(managed)))));
}
