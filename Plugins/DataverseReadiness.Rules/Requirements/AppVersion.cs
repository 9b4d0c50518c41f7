namespace DataverseReadiness.Rules;

/// <summary>The version that customers see: up to four numbers, the same as the version of the package's solution.</summary>
internal sealed class AppVersion(CatalogLine line) : OfferRequirement(line, Columns.AppVersion, Columns.PackageInspection)
{
    public override Verdict Evaluate(OfferFacts offer)
    {
        var column = Columns.AppVersion;
        if (column.IsEmptyIn(offer))
            return NotMet(offer, new Message("column.empty", column.Label), Fix());
        if (VersionText.Read(offer.AppVersion) is not { } version)
            return NotMet(offer, Given(offer, column), Fix());
        if (PackageReading.NotReadable(offer) is { } unread)
            return unread;

        string?[] basis = [.. BasisIn(offer), offer.Package!.Sha256];
        var solution = VersionText.SolutionOf(offer.Package);
        if (solution is null || VersionText.Read(solution.Version) is not { } packaged)
            return Verdict.Undecided(new Message("version.unread", column.ShownIn(offer)), new Message("zip.damaged.fix"), PackageReading.Target(offer), basis);
        return VersionText.Same(version, packaged)
            ? Verdict.Met(new Message("version.same", column.ShownIn(offer), Shown.Text(solution.UniqueName)), column.In(offer), basis)
            : Verdict.NotMet(
                new Message("version.differs", column.ShownIn(offer), Shown.Text(solution.UniqueName), Shown.Text(solution.Version)),
                new Message("version.differs.fix"),
                column.In(offer),
                basis);
    }
}
