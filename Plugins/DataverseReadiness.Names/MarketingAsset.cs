namespace DataverseReadiness.Plugins.Names;

/// <summary>Logical names of rdy_MarketingAsset. Checked against Solution/Entities/rdy_MarketingAsset/Entity.xml.</summary>
public static class MarketingAsset
{
    public const string Table = "rdy_marketingasset";
    public const string Id = "rdy_marketingassetid";
    public const string OfferId = "rdy_offerid";
    public const string Bytes = "rdy_bytes";
    public const string Caption = "rdy_caption";
    public const string EnteredBy = "rdy_enteredby";
    public const string File = "rdy_file";
    public const string FileName = "rdy_file_name";
    public const string Finding = "rdy_finding";
    public const string Format = "rdy_format";
    public const string Height = "rdy_height";
    public const string Image = "rdy_image";
    public const string ImageId = "rdy_imageid";
    public const string Inspection = "rdy_inspection";
    public const string Kind = "rdy_kind";
    public const string Name = "rdy_name";
    public const string Sha256 = "rdy_sha256";
    public const string Sharpness = "rdy_sharpness";
    public const string Url = "rdy_url";
    public const string Width = "rdy_width";
    public const string OwnerId = "ownerid";
    public const string StateCode = "statecode";
    public const string StatusCode = "statuscode";
}
