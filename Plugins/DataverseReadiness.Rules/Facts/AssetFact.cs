using System;

namespace DataverseReadiness.Rules;

/// <summary>One active marketing asset of the offer. The facts describe the uploaded file for documents, else the image.</summary>
public sealed class AssetFact
{
    public Guid Id { get; init; }

    public string? Name { get; init; }

    public AssetKind? Kind { get; init; }

    public string? Url { get; init; }

    public string? Caption { get; init; }

    /// <summary>Null when nothing is uploaded.</summary>
    public InspectionState? Inspection { get; init; }

    /// <summary>PNG, JPEG, PDF, DOCX, ... told from the bytes.</summary>
    public string? Format { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public long? Bytes { get; init; }

    public string? Sha256 { get; init; }

    /// <summary>What is wrong with damaged bytes.</summary>
    public Message? Finding { get; init; }
}
