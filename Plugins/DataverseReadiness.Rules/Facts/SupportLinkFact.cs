using System;

namespace DataverseReadiness.Rules;

/// <summary>One active support link of the offer.</summary>
public sealed class SupportLinkFact
{
    public Guid Id { get; init; }

    public string? Name { get; init; }

    public LinkPurpose? Purpose { get; init; }

    public string? Url { get; init; }

    public SupportModel? Model { get; init; }

    public string? Channel { get; init; }

    public string? Hours { get; init; }
}
