namespace DataverseReadiness.Rules.Tests.Engine;

public sealed class AuthorshipTests
{
    private static readonly Requirement Privacy = RuleSet.December2018.Find("D365-18-B-19")!;
    private static readonly Requirement Support = RuleSet.December2018.Find("D365-18-T-06")!;
    private static readonly Requirement SignIn = RuleSet.December2018.Find("D365-18-T-01")!;

    [Fact]
    public void The_last_author_of_a_column_is_kept()
    {
        var map = AuthorMap.Parse(null).With(["rdy_name", "rdy_terms"], Given.User).With(["rdy_name"], Given.Other);

        Assert.Equal(Given.Other, map.Of("rdy_name"));
        Assert.Equal(Given.User, map.Of("rdy_terms"));
        Assert.Null(map.Of("rdy_license"));
    }

    [Fact]
    public void The_text_is_compact_sorted_and_read_back()
    {
        var map = AuthorMap.Parse(null).With(["rdy_terms", "rdy_name"], Given.Other).With(["rdy_license"], Given.User);

        Assert.Equal(
            """{"aaaaaaaa000000000000000000000001":["rdy_license"],"aaaaaaaa000000000000000000000002":["rdy_name","rdy_terms"]}""", map.ToText());
        Assert.Equal(map.ToText(), AuthorMap.Parse(map.ToText()).ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"nobody\":[\"rdy_name\"]}")]
    [InlineData("{\"aaaaaaaa000000000000000000000001\":7}")]
    [InlineData("{\"aaaaaaaa000000000000000000000001\":[1,null]")]
    public void Anything_else_names_nobody(string text) => Assert.Equal("{}", AuthorMap.Parse(text).ToText());

    [Fact]
    public void A_sole_author_wrote_every_one_of_some_columns()
    {
        var map = AuthorMap.Parse(null).With(["a", "b"], Given.User).With(["c"], Given.Other);

        Assert.True(map.IsSoleAuthor(Given.User, ["a", "b"]));
        Assert.False(map.IsSoleAuthor(Given.User, ["a", "c"]));
        Assert.False(map.IsSoleAuthor(Given.User, ["a", "unknown"]));
        Assert.False(map.IsSoleAuthor(Given.User, []));
    }

    [Fact]
    public void A_value_of_the_offer_has_one_author()
    {
        var offer = Given.Offer();
        Assert.False(Authorship.EnteredAlone(offer, Privacy, Given.User));

        offer.EnteredBy = AuthorMap.Parse(null).With(["rdy_privacyurl"], Given.User).ToText();

        Assert.True(Authorship.EnteredAlone(offer, Privacy, Given.User));
        Assert.False(Authorship.EnteredAlone(offer, Privacy, Given.Other));
    }

    [Fact]
    public void One_value_by_somebody_else_is_enough_and_empty_columns_do_not_count()
    {
        var offer = Given.Offer();
        offer.AppType = null;
        var columns = SignIn.Reads.Select(read => read.Split('.')[1]).Where(column => column != "rdy_apptype").ToList();
        var map = AuthorMap.Parse(null).With(columns, Given.User);

        offer.EnteredBy = map.ToText();
        Assert.True(Authorship.EnteredAlone(offer, SignIn, Given.User));

        offer.EnteredBy = map.With(["rdy_consentscopes"], Given.Other).ToText();
        Assert.False(Authorship.EnteredAlone(offer, SignIn, Given.User));
    }

    [Fact]
    public void Only_the_rows_that_the_verdict_rests_on_count()
    {
        var offer = Given.Offer();
        offer.SupportLinks[0].EnteredBy = AuthorMap.Parse(null).With(["rdy_purpose", "rdy_url"], Given.User).ToText();
        offer.SupportLinks[1].EnteredBy = AuthorMap.Parse(null).With(["rdy_purpose", "rdy_url"], Given.Other).ToText();

        Assert.True(Authorship.EnteredAlone(offer, Support, Given.User));
        Assert.False(Authorship.EnteredAlone(offer, RuleSet.December2018.Find("D365-18-S-06")!, Given.User));
    }

    [Fact]
    public void An_uploaded_file_is_a_value_too()
    {
        var logo = RuleSet.December2018.Find("D365-18-S-14")!;
        var offer = Given.Offer();
        var asset = offer.Assets.Single(asset => asset.Kind == AssetKind.SearchLogo48);
        var columns = logo.Reads.Select(read => read.Split('.')[1]).ToList();
        Assert.Contains("rdy_image", columns);

        asset.EnteredBy = AuthorMap.Parse(null).With(columns, Given.User).With(["rdy_image"], Given.Other).ToText();
        Assert.False(Authorship.EnteredAlone(offer, logo, Given.User));

        asset.EnteredBy = AuthorMap.Parse(null).With(columns, Given.User).ToText();
        Assert.True(Authorship.EnteredAlone(offer, logo, Given.User));
    }
}
