using System;

namespace DataverseReadiness.Rules;

/// <summary>One active marketing asset of the offer. The facts describe the uploaded file for documents, else the image.</summary>
public sealed class AssetFact
{
    public Guid Id;

    public string? Name;

    public AssetKind? Kind;

    public string? Url;

    public string? Caption;

    /// <summary>Null when nothing is uploaded.</summary>
    public InspectionState? Inspection;

    /// <summary>PNG, JPEG, PDF, DOCX, ... told from the bytes.</summary>
    public string? Format;

    /// <summary>Name of the uploaded file; null when there is none, or when the platform does not tell it.</summary>
    public string? FileName;

    public int? Width;

    public int? Height;

    public long? Bytes;

    public string? Sha256;

    /// <summary>How much neighbouring pixels differ: a hint at blur, no more. Null when it was not measured.</summary>
    public decimal? Sharpness;

    /// <summary>What is wrong with damaged bytes.</summary>
    public Message? Finding;

    /// <summary>The last author of each column, as <see cref="AuthorMap"/> writes it.</summary>
    public string? EnteredBy;
}
