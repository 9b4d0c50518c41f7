using System.Text;

namespace Sandbox.Tests.WebApi;

[Collection(WebApiCollection.Name)]
public sealed class ColumnTests(WebApiFixture api)
{
    // A PNG of one red pixel.
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

    private static readonly byte[] PictureBytes = Convert.FromBase64String(Picture);

    [Fact]
    public async Task A_single_column_is_read_set_and_cleared()
    {
        var id = await api.CreateAsync("tst_parents", """{"tst_name":"a","tst_score":1,"tst_dueon":"2026-01-02"}""");

        var read = (await api.SendAsync("GET", $"tst_parents({id})/tst_score")).Json;
        Assert.Equal(1, (int)read["value"]!);
        Assert.EndsWith($"$metadata#tst_parents({id})/tst_score", (string)read["@odata.context"]!);
        Assert.Equal("a", (await api.SendAsync("GET", $"tst_parents({id})/tst_name/$value")).Text);
        Assert.Equal("2026-01-02", (await api.SendAsync("GET", $"tst_parents({id})/tst_dueon/$value")).Text);

        Assert.Equal(204, (await api.SendAsync("PUT", $"tst_parents({id})/tst_score", """{"value":9}""")).Status);
        Assert.Equal(9, (int)(await api.SendAsync("GET", $"tst_parents({id})/tst_score")).Json["value"]!);

        Assert.Equal(204, (await api.SendAsync("DELETE", $"tst_parents({id})/tst_score")).Status);
        Assert.Equal((204, 0), (await api.SendAsync("GET", $"tst_parents({id})/tst_score")) is var gone ? (gone.Status, gone.Bytes.Length) : default);
    }

    [Fact]
    public async Task An_image_travels_with_its_row()
    {
        var id = await api.CreateAsync("tst_children", $$"""{"tst_number":"i","tst_picture":"{{Picture}}"}""");

        var row = (await api.SendAsync("GET", $"tst_children({id})?$select=tst_picture")).Json;
        Assert.NotEmpty(Convert.FromBase64String((string)row["tst_picture"]!));
        Assert.False((await api.SendAsync("GET", $"tst_children({id})")).Json.AsObject().ContainsKey("tst_picture"));
        Assert.Equal(PictureBytes, (await api.SendAsync("GET", $"tst_children({id})/tst_picture/$value?size=full")).Bytes);
        Assert.Equal(200, (await api.SendAsync("GET", $"tst_children({id})/tst_picture/$value")).Status);

        Assert.Equal(204, (await api.SendAsync("DELETE", $"tst_children({id})/tst_picture")).Status);
        Assert.Equal(204, (await api.SendAsync("GET", $"tst_children({id})/tst_picture/$value?size=full")).Status);
        Assert.Equal(204, (await api.SendAsync("GET", $"tst_children({id})/tst_picture/$value")).Status);
    }

    [Fact]
    public async Task Bytes_are_uploaded_into_an_image()
    {
        var id = await api.CreateAsync("tst_children", """{"tst_number":"i"}""");

        var answer = await api.UploadAsync("PATCH", $"tst_children({id})/tst_picture", PictureBytes, ("x-ms-file-name", "red.png"));

        Assert.True(answer.Status == 204, answer.Text);
        Assert.Equal(PictureBytes, (await api.SendAsync("GET", $"tst_children({id})/tst_picture/$value?size=full")).Bytes);
    }

    [Fact]
    public async Task Bytes_that_are_no_image_are_refused()
    {
        var created = await api.SendAsync("POST", "tst_children", $$"""{"tst_number":"i","tst_picture":"{{Convert.ToBase64String("not an image"u8)}}"}""");
        var noBase64 = await api.SendAsync("POST", "tst_children", """{"tst_number":"i","tst_picture":"%%%"}""");

        Assert.Equal((400, "0x80072553"), (created.Error.Status, created.Error.Code));
        Assert.Equal((400, "0x80048d19"), (noBase64.Error.Status, noBase64.Error.Code));
    }

    [Fact]
    public async Task A_file_is_uploaded_read_and_removed()
    {
        var id = await api.CreateAsync("tst_children", """{"tst_number":"f"}""");
        var bytes = Encoding.UTF8.GetBytes("content of a document");

        var upload = await api.UploadAsync("PATCH", $"tst_children({id})/tst_document", bytes, ("x-ms-file-name", Uri.EscapeDataString("über uns.txt")));

        Assert.True(upload.Status == 204, upload.Text);
        var download = await api.SendAsync("GET", $"tst_children({id})/tst_document/$value");
        Assert.Equal(bytes, download.Bytes);
        Assert.Equal("über uns.txt", Uri.UnescapeDataString(download.Headers["x-ms-file-name"]));
        Assert.Equal(bytes.Length.ToString(), download.Headers["x-ms-file-size"]);
        var row = (await api.SendAsync("GET", $"tst_children({id})?$select=tst_document,tst_document_name")).Json;
        Assert.Equal("über uns.txt", (string)row["tst_document_name"]!);
        Assert.NotEqual(Guid.Empty, (Guid)row["tst_document"]!);

        Assert.Equal(204, (await api.SendAsync("DELETE", $"tst_children({id})/tst_document")).Status);
        Assert.Equal(204, (await api.SendAsync("GET", $"tst_children({id})/tst_document/$value")).Status);
    }

    [Fact]
    public async Task A_file_of_several_blocks_arrives_whole()
    {
        var id = await api.CreateAsync("tst_children", """{"tst_number":"f"}""");
        var bytes = new byte[9_000_000];
        new Random(1).NextBytes(bytes);

        Assert.Equal(204, (await api.UploadAsync("PUT", $"tst_children({id})/tst_document", bytes, ("x-ms-file-name", "big.bin"))).Status);

        Assert.Equal(bytes, (await api.SendAsync("GET", $"tst_children({id})/tst_document/$value")).Bytes);
    }

    [Fact]
    public async Task A_file_is_uploaded_in_chunks()
    {
        var id = await api.CreateAsync("tst_children", """{"tst_number":"f"}""");
        var bytes = new byte[5_000_000];
        new Random(2).NextBytes(bytes);

        var started = await api.UploadAsync("PATCH", $"tst_children({id})/tst_document", [], ("x-ms-file-name", "big.bin"), ("x-ms-transfer-mode", "chunked"));
        Assert.True(started.Status == 200, started.Text);
        var size = int.Parse(started.Headers["x-ms-chunk-size"]);
        var location = started.Headers["Location"];
        var first = await api.UploadAsync("PATCH", location, bytes[..size], ("Content-Range", $"bytes 0-{size - 1}/{bytes.Length}"));
        var last = await api.UploadAsync("PATCH", location, bytes[size..], ("Content-Range", $"bytes {size}-{bytes.Length - 1}/{bytes.Length}"));

        Assert.Equal((206, 204), (first.Status, last.Status));
        Assert.Equal(bytes, (await api.SendAsync("GET", $"tst_children({id})/tst_document/$value")).Bytes);
    }

    [Theory]
    [InlineData("bytes 9223372036850876416-9223372036850876416/9223372036850876417")]
    [InlineData("bytes 17179869184-17179869184/17179869185")]
    [InlineData("bytes 0-9223372036854775806/9223372036854775807")]
    [InlineData("bytes 1-1/2")]
    [InlineData("bytes */1")]
    [InlineData("pages 0-0/1")]
    public async Task A_chunk_that_lies_nowhere_is_refused(string range)
    {
        var id = await api.CreateAsync("tst_children", """{"tst_number":"f"}""");
        var started = await api.UploadAsync("PATCH", $"tst_children({id})/tst_document", [], ("x-ms-file-name", "big.bin"), ("x-ms-transfer-mode", "chunked"));

        var refused = await api.UploadAsync("PATCH", started.Headers["Location"], [1], ("Content-Range", range));

        Assert.Equal((400, "0x80040203"), (refused.Status, refused.Error.Code));
        Assert.StartsWith("The header 'Content-Range' must say which bytes of at most 10737418240", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_needs_a_name()
    {
        var id = await api.CreateAsync("tst_children", """{"tst_number":"f"}""");

        Assert.Equal(
            (400, "0x80040203", "The header 'x-ms-file-name' with the name of the file is missing."),
            (await api.UploadAsync("PATCH", $"tst_children({id})/tst_document", [1, 2])).Error);
    }
}
