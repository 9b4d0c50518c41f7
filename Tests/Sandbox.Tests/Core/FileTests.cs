using ImageMagick;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.Tests.Core;

public sealed class FileTests
{
    private static readonly StepSpec Updated = new("updated", "Update", "tst_child", 40);

    [Theory]
    [InlineData(MagickFormat.Png)]
    [InlineData(MagickFormat.Jpeg)]
    [InlineData(MagickFormat.Gif)]
    [InlineData(MagickFormat.Bmp)]
    [InlineData(MagickFormat.Tiff)]
    public void An_image_is_stored_with_its_original_and_a_thumbnail(MagickFormat format)
    {
        using var organization = new TestOrganization();
        var image = Image(format, 300, 200);

        var id = organization.Create("tst_child", ("tst_number", "C"), ("tst_picture", image));

        var row = organization.Retrieve("tst_child", id, "tst_picture", "tst_pictureid", "tst_picture_timestamp", "tst_picture_url");
        using var thumbnail = new MagickImage((byte[])row["tst_picture"]);
        Assert.Equal((144u, 144u), (thumbnail.Width, thumbnail.Height));
        Assert.IsType<Guid>(row["tst_pictureid"]);
        Assert.Contains($"Attribute=tst_picture&Id={id}", (string)row["tst_picture_url"], StringComparison.Ordinal);
        Assert.Equal(image, Download(organization, id, "tst_picture"));
        Assert.False(organization.Query(new QueryExpression("tst_child") { ColumnSet = new ColumnSet(true) }).Entities[0].Contains("tst_picture"));
    }

    [Theory]
    [InlineData(100, 60, 60)]
    [InlineData(144, 144, 144)]
    [InlineData(1, 500, 1)]
    public void A_small_image_has_a_square_of_its_smaller_side_as_thumbnail(uint width, uint height, uint side)
    {
        using var organization = new TestOrganization();
        var id = organization.Create("tst_child", ("tst_number", "C"), ("tst_picture", Image(MagickFormat.Png, width, height)));

        using var thumbnail = new MagickImage((byte[])organization.Retrieve("tst_child", id, "tst_picture")["tst_picture"]);

        Assert.Equal((side, side), (thumbnail.Width, thumbnail.Height));
    }

    [Fact]
    public void Bytes_that_are_no_image_are_refused_and_nothing_is_stored()
    {
        using var organization = new TestOrganization();
        var png = Image(MagickFormat.Png, 40, 40);
        byte[] bomb = [.. png[..16], 0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50, .. png[24..]];

        foreach (var bytes in new[] { [], "text"u8.ToArray(), png[..(png.Length / 2)], bomb, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), Image(MagickFormat.WebP, 40, 40) })
        {
            var fault = organization.Fault(() => organization.Create("tst_child", ("tst_number", "C"), ("tst_picture", bytes)));
            Assert.Equal(ErrorCodes.ProcessImageFailure, fault.Code);
        }

        Assert.Equal(ErrorCodes.FileTooLarge, organization.Fault(() =>
            organization.Create("tst_child", ("tst_number", "C"), ("tst_picture", new byte[11 * 1024 * 1024]))).Code);
        Assert.Equal(0, organization.Count("tst_child"));
    }

    [Fact]
    public void An_image_is_replaced_and_removed_by_updates()
    {
        using var organization = new TestOrganization();
        var id = organization.Create("tst_child", ("tst_number", "C"), ("tst_picture", Image(MagickFormat.Png, 40, 40)));
        var other = Image(MagickFormat.Png, 50, 50);

        organization.Update("tst_child", id, ("tst_picture", other));
        Assert.Equal(other, Download(organization, id, "tst_picture"));
        organization.Update("tst_child", id, ("tst_picture", null));

        Assert.False(organization.Retrieve("tst_child", id, "tst_picture", "tst_pictureid").Contains("tst_pictureid"));
        Assert.Equal(ErrorCodes.ObjectDoesNotExist, organization.Fault(() => Download(organization, id, "tst_picture")).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Plug_ins_find_the_bytes_in_the_target_or_the_marker(bool bytesInTarget)
    {
        using var organization = new TestOrganization(
            options => options with { ImageBytesInTarget = bytesInTarget }, new StepSpec("pre", "Update", "tst_child", 20) { Filter = "tst_picture" });
        var seen = new List<(bool InTarget, string? Marker)>();
        organization.On("pre", call => seen.Add((call.Target.Contains("tst_picture"), call.Target.LazyFileAttributeKey)));
        var image = Image(MagickFormat.Png, 40, 40);
        var id = organization.Create("tst_child", ("tst_number", "C"));

        organization.Update("tst_child", id, ("tst_picture", image));

        Assert.Equal([bytesInTarget ? (true, null) : (false, "tst_picture")], seen);
        Assert.Equal(image, Download(organization, id, "tst_picture"));
    }

    [Theory]
    [InlineData("tst_picture", true, "tst_pictureid")]
    [InlineData("tst_picture", false, null)]
    [InlineData("tst_document", true, "tst_document")]
    [InlineData("tst_document", false, null)]
    public void A_block_upload_raises_an_update_or_nothing(string column, bool raises, string? inTarget)
    {
        using var organization = new TestOrganization(options => options with { BlockUploadRaisesUpdate = raises }, Updated);
        object? value = null;
        organization.On("updated", call => value = call.Target.GetAttributeValue<object>(inTarget ?? "none"));
        var content = Image(MagickFormat.Png, 200, 200);
        var id = organization.Create("tst_child", ("tst_number", "C"));

        var fileId = Upload(organization, id, column, content);

        Assert.Equal(raises ? 1 : 0, organization.Log.Count);
        if (raises) Assert.Equal(fileId, value);
        Assert.Equal(content, Download(organization, id, column));
    }

    [Fact]
    public void A_file_has_its_name_beside_it_and_goes_with_delete_file()
    {
        using var organization = new TestOrganization();
        var id = organization.Create("tst_child", ("tst_number", "C"));
        var content = new byte[9_000_000];
        Random.Shared.NextBytes(content);

        var fileId = Upload(organization, id, "tst_document", content);
        var row = organization.Retrieve("tst_child", id, "tst_document", "tst_document_name");
        Assert.Equal((fileId, "a.bin"), (row["tst_document"], row["tst_document_name"]));
        Assert.Equal(content, Download(organization, id, "tst_document"));

        organization.Execute(new OrganizationRequest("DeleteFile") { ["FileId"] = fileId });
        Assert.False(organization.Retrieve("tst_child", id, "tst_document").Contains("tst_document"));
        Assert.Equal(0, organization.Count("fileattachment"));
    }

    [Fact]
    public void An_upload_that_is_too_big_unknown_or_incomplete_is_refused()
    {
        using var organization = new TestOrganization();
        var id = organization.Create("tst_child", ("tst_number", "C"));
        var token = Initialize(organization, id, "tst_document");

        Assert.Equal(ErrorCodes.InvalidArgument, organization.Fault(() => Block(organization, "odd", "a", [1])).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, organization.Fault(() => Block(organization, token, "a", new byte[(4 * 1024 * 1024) + 1])).Code);
        for (var index = 0; index < 8; index++) Block(organization, token, "b" + index, new byte[4 * 1024 * 1024]);
        Assert.Equal(ErrorCodes.FileTooLarge, organization.Fault(() => Block(organization, token, "one more", [1])).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, organization.Fault(() => Commit(organization, token, "b0", "missing")).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, organization.Fault(() => Initialize(organization, id, "tst_number")).Code);
    }

    private static byte[] Image(MagickFormat format, uint width, uint height)
    {
        using var image = new MagickImage(MagickColors.Teal, width, height) { Format = format };
        return image.ToByteArray();
    }

    private static string Initialize(TestOrganization organization, Guid id, string column) =>
        (string)organization.Execute(new OrganizationRequest("InitializeFileBlocksUpload")
        {
            ["Target"] = new EntityReference("tst_child", id),
            ["FileAttributeName"] = column,
            ["FileName"] = "a.bin",
        })["FileContinuationToken"];

    private static void Block(TestOrganization organization, string token, string id, byte[] block) =>
        organization.Execute(new OrganizationRequest("UploadBlock") { ["FileContinuationToken"] = token, ["BlockId"] = id, ["BlockData"] = block });

    private static OrganizationResponse Commit(TestOrganization organization, string token, params string[] blocks) =>
        organization.Execute(new OrganizationRequest("CommitFileBlocksUpload")
        {
            ["FileContinuationToken"] = token,
            ["FileName"] = "a.bin",
            ["MimeType"] = "application/octet-stream",
            ["BlockList"] = blocks,
        });

    private static Guid Upload(TestOrganization organization, Guid id, string column, byte[] content)
    {
        var token = Initialize(organization, id, column);
        var blocks = new List<string>();
        foreach (var block in content.Chunk(4 * 1024 * 1024))
        {
            blocks.Add("block" + blocks.Count);
            Block(organization, token, blocks[^1], block);
        }

        var response = Commit(organization, token, [.. blocks]);
        Assert.Equal((long)content.Length, response["FileSizeInBytes"]);
        return (Guid)response["FileId"];
    }

    private static byte[] Download(TestOrganization organization, Guid id, string column)
    {
        var begun = organization.Execute(new OrganizationRequest("InitializeFileBlocksDownload")
        {
            ["Target"] = new EntityReference("tst_child", id),
            ["FileAttributeName"] = column,
        });
        using var content = new MemoryStream();
        while (content.Length < (long)begun["FileSizeInBytes"])
        {
            content.Write((byte[])organization.Execute(new OrganizationRequest("DownloadBlock")
            {
                ["FileContinuationToken"] = begun["FileContinuationToken"],
                ["Offset"] = content.Length,
                ["BlockLength"] = 4L * 1024 * 1024,
            })["Data"]);
        }

        return content.ToArray();
    }
}
