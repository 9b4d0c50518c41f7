using System;

namespace DataverseReadiness.Rules;

/// <summary>One column of the offer and how to read it from the facts.</summary>
internal sealed class Column<T>(string name, Func<OfferFacts, T> read, Func<T, string?> basis, Func<T, string> shown)
    : Column(name)
{
    public T Of(OfferFacts offer) => read(offer);

    public override string? BasisIn(OfferFacts offer) => basis(read(offer));

    public override string ShownIn(OfferFacts offer) => shown(read(offer));
}
