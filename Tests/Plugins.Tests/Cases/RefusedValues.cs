using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Tests.Cases.Inspection;
using Microsoft.Xrm.Sdk;

namespace Plugins.Tests.Cases;

/// <summary>The values that a save refuses; what stands here beside the limits is stored.</summary>
public static class RefusedValues
{
    private const string EnterAddress = " Enter an address like https://www.contoso.com/help.";
    private const string CopyId = " Copy the ID from the portal.";
    private const string UploadIntact = " Upload an intact PNG, JPEG, GIF, BMP or TIFF.";

    public static IEnumerable<RefusedValue> All()
    {
        yield return Url("an address without encryption", "http://contoso.com", "'http://contoso.com' cannot be stored. The address starts with http://, which is not encrypted.");
        yield return Url("a script", "javascript:alert(1)", "'javascript:alert(1)' cannot be stored. The address starts with 'javascript:', which is no web address.");
        yield return Url("an address with a password", "https://user:pw@contoso.com", "'https://user:pw@contoso.com' cannot be stored. The address holds a user name or password in front of an @.");
        yield return Url("an address with a blank", "https://contoso.com/a b", "'https://contoso.com/a b' cannot be stored. The address has a blank at position 22.");
        yield return Url("the machine itself", "https://127.0.0.1", "'https://127.0.0.1' cannot be stored. The address uses the number '127.0.0.1' instead of a host name.");
        yield return Url("no address", "contoso", "'contoso' cannot be stored. The address 'contoso' does not start with https://.");
        yield return Url("an address of 3000 characters", "https://contoso.com/" + new string('a', 2980), "'https://contoso.com/" + new string('a', 80) + "\u2026' cannot be stored. The address has 3000 characters; 2000 are allowed.");
        yield return new RefusedValue("a package address without showing its signature", Offer.Table, Offer.PackageUrl, "http://x.blob.core.windows.net/a.zip?sig=secret",
            "Package URL: 'http://x.blob.core.windows.net/a.zip?sig=removed' cannot be stored. The address starts with http://, which is not encrypted." + EnterAddress);
        yield return new RefusedValue("an app id that is none", Offer.Table, Offer.AppId, "4711",
            "Application (client) ID: '4711' cannot be stored. '4711' does not have the form of a GUID: 8-4-4-4-12 hexadecimal digits." + CopyId);
        yield return new RefusedValue("a tenant id of zeros", Trial.Table, Trial.TenantId, "00000000-0000-0000-0000-000000000000",
            "Azure AD tenant ID: '00000000-0000-0000-0000-000000000000' cannot be stored. The ID consists of zeros alone." + CopyId);
        yield return Range("an uptime above 100", Offer.Table, Offer.UptimeCommitted, 100.001m, "Committed uptime (%): 100.001 is not from 0 to 100.");
        yield return Range("a negative uptime", Offer.Table, Offer.UptimeMeasured, -0.001m, "Measured uptime (%): -0.001 is not from 0 to 100.");
        yield return Range("a negative period", Trial.Table, Trial.Period, -1, "Period: -1 is not from 0 to 100000.");
        yield return new RefusedValue("a period of ten years and a day in hours", Trial.Table, Trial.Period, (24 * 3653) + 1, "Period: 87673 is longer than ten years. Enter a shorter period or another unit.");
        yield return Range("a negative number of licenses", Trial.Table, Trial.Licenses, -1, "Dynamics 365 licenses held: -1 is not from 0 to 1000000.");
        yield return new RefusedValue("a name beyond the column", SupportLink.Table, SupportLink.Name, new string('x', 201), "Name: has 201 characters, and at most 200 can be stored. Shorten it.");
        yield return Result(Offer.Table, Offer.Score, 100, "Readiness score");
        yield return Result(Offer.Table, Offer.Readiness, new OptionSetValue((int)Readiness.Ready), "Readiness");
        yield return Result(Offer.Table, Offer.Lock, "x", "Lock");
        yield return Result(MarketingAsset.Table, MarketingAsset.Format, "PNG", "Format");
        yield return Result(MarketingAsset.Table, MarketingAsset.Inspection, new OptionSetValue((int)InspectionState.Inspected), "Inspection");
        yield return Image("no bytes", new byte[0], "The image is not stored. The file is empty." + UploadIntact);
        yield return Image("a text", Encoding.ASCII.GetBytes("not an image"), "The image is not stored. The bytes are no image of a known format; they start with 6E-6F-74-20-61-6E-20-69." + UploadIntact);
        yield return Image("an SVG", Encoding.ASCII.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"/>"), "The file is SVG, which an image column cannot hold. Upload a PNG, JPEG, GIF, BMP or TIFF.");
        yield return Image("a PNG with a wrong checksum", WrongChecksum(), "The image is not stored. The checksum of PNG chunk IHDR at byte 8 is 00000000 but its data gives 8CFEB86D." + UploadIntact);
        yield return Image("11 MB", new byte[11 * 1024 * 1024], "The image has 11534336 bytes, and at most 10485760 can be stored. Upload a smaller one.");
    }

    private static byte[] WrongChecksum()
    {
        var header = PngBuilder.Header(40, 40);
        for (var i = header.Length - 4; i < header.Length; i++)
        {
            header[i] = 0;
        }

        return PngBuilder.Join(PngBuilder.Signature, header, PngBuilder.Image(40, 40).Skip(8 + header.Length).ToArray());
    }

    private static RefusedValue Url(string name, string value, string problem) =>
        new RefusedValue(name, Offer.Table, Offer.PrivacyUrl, value, "Privacy policy: " + problem + EnterAddress);

    private static RefusedValue Range(string name, string table, string column, object value, string problem) =>
        new RefusedValue(name, table, column, value, problem + " Enter a number in that range.");

    private static RefusedValue Result(string table, string column, object value, string label) =>
        new RefusedValue("the result column " + column, table, column, value, label + ": is a result that only the evaluation writes. Leave it out.");

    private static RefusedValue Image(string name, byte[] value, string message) =>
        new RefusedValue(name + " as an image", MarketingAsset.Table, MarketingAsset.Image, value, "Image: " + message);
}
