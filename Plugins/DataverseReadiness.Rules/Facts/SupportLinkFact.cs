using System;

namespace DataverseReadiness.Rules;

/// <summary>One active support link of the offer.</summary>
public sealed class SupportLinkFact
{
    public Guid Id;

    public string? Name;

    public LinkPurpose? Purpose;

    public string? Url;

    public SupportModel? Model;

    public string? Channel;

    public string? Hours;

    /// <summary>The last author of each column, as <see cref="AuthorMap"/> writes it.</summary>
    public string? EnteredBy;
}
