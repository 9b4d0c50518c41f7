using System.Buffers.Binary;
using Sandbox.Tests.WebApi;

namespace Sandbox.Tests.Parity;

/// <summary>Limits that docs/parity.md names and no other test meets.</summary>
[Collection(WebApiCollection.Name)]
public sealed class LimitTests(WebApiFixture api)
{
    [Theory]
    [InlineData("MSCRM.MergeLabels", "true")]
    [InlineData("Consistency", "Strong")]
    public async Task Headers_that_are_not_read_change_nothing(string name, string value) =>
        Assert.Equal(204, (await api.SendAsync("POST", "tst_parents", """{"tst_name":"a"}""", (name, value))).Status);

    [Fact]
    public async Task No_file_is_refused_for_its_extension()
    {
        var id = await api.CreateAsync("tst_children", """{"tst_number":"x"}""");

        Assert.Equal(204, (await api.UploadAsync("PATCH", $"tst_children({id})/tst_document", [77, 90], ("x-ms-file-name", "setup.exe"))).Status);
    }

    [Theory]
    [InlineData(16_000, 204)]
    [InlineData(16_001, 400)]
    public async Task A_picture_has_at_most_16_000_pixels_a_side(int width, int status)
    {
        var bitmap = new byte[54 + (((width * 3) + 3) / 4 * 4)];
        "BM"u8.CopyTo(bitmap);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(2), bitmap.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(22), 1);
        bitmap[26] = 1;
        bitmap[28] = 24;

        var answer = await api.SendAsync("POST", "tst_children", $$"""{"tst_number":"x","tst_picture":"{{Convert.ToBase64String(bitmap)}}"}""");

        Assert.Equal(status, answer.Status);
    }
}
