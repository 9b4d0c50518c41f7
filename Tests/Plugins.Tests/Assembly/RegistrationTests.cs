using System.Reflection;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Plugins.Steps;
using Microsoft.Xrm.Sdk;

namespace Plugins.Tests.Assembly;

/// <summary>The registration attributes; that the solution's XML says the same is the packager's check.</summary>
public sealed class RegistrationTests
{
    private static readonly (Type Type, CrmPluginRegistrationAttribute Step)[] Steps =
    [
        .. typeof(PluginBase).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<CrmPluginRegistrationAttribute>().Select(step => (type, step))),
    ];

    private static IEnumerable<CrmPluginRegistrationAttribute> RealSteps => Steps.Select(item => item.Step).Where(step => step.Stage != null);

    [Fact]
    public void Every_plugin_is_registered_and_nothing_else() =>
        Assert.Equal(
            typeof(PluginBase).Assembly.GetTypes().Where(type => typeof(IPlugin).IsAssignableFrom(type) && !type.IsAbstract).Select(type => type.Name).Order(),
            Steps.Select(item => item.Type.Name).Distinct().Order());

    [Fact]
    public void Ids_of_steps_and_images_are_guids_and_used_once()
    {
        var ids = RealSteps.Select(step => step.Id).Concat(RealSteps.Where(step => step.Image1Name != null).Select(step => step.Image1Id)).ToArray();

        Assert.All(ids, id => Guid.Parse(id!));
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Only_the_single_messages_have_steps() =>
        Assert.All(RealSteps, step => Assert.Contains(step.Message, new[] { "Create", "Update", "Delete" }));

    [Fact]
    public void Only_updates_have_filtering_columns_and_each_has_some() =>
        Assert.All(RealSteps, step => Assert.Equal(step.Message == "Update", step.FilteringAttributes.Length > 0));

    [Fact]
    public void A_step_is_named_after_its_class_message_and_table() =>
        Assert.All(Steps.Where(item => item.Step.Stage != null), item =>
            Assert.StartsWith($"{item.Type.Name}: {item.Step.Message} of {item.Step.EntityLogicalName}", item.Step.Name, StringComparison.Ordinal));

    [Fact]
    public void Images_have_the_alias_that_the_code_reads_and_name_their_columns() =>
        Assert.All(RealSteps.Where(step => step.Image1Name != null), step =>
        {
            Assert.Equal((StepContext.Image, ImageTypeEnum.PreImage), (step.Image1Name, step.Image1Type));
            Assert.False(string.IsNullOrEmpty(step.Image1Attributes));
            Assert.NotEqual("Create", step.Message);
        });

    [Fact]
    public void No_step_is_registered_on_items() => Assert.DoesNotContain(RealSteps, step => step.EntityLogicalName == ChecklistItem.Table);

    [Fact]
    public void The_lock_comes_before_the_judgement_and_the_guard_after_the_evaluation()
    {
        int Rank(string type, string table) => Steps.Where(item => item.Type.Name == type && item.Step.EntityLogicalName == table).Max(item => item.Step.ExecutionOrder);

        Assert.True(Rank(nameof(LockOffer), Judgement.Table) < Rank(nameof(Judge), Judgement.Table));
        Assert.True(Rank(nameof(Evaluate), Offer.Table) < Rank(nameof(Guard), Offer.Table));
    }

    [Theory]
    [InlineData("Update", Offer.Table, ColumnLists.OfferFacts)]
    [InlineData("Update", Trial.Table, ColumnLists.TrialFacts)]
    [InlineData("Update", Plan.Table, ColumnLists.PlanFacts)]
    [InlineData("Update", SupportLink.Table, ColumnLists.SupportLinkFacts)]
    [InlineData("Update", MarketingAsset.Table, ColumnLists.AssetFacts)]
    public void Evaluate_is_called_for_every_column_that_a_verdict_can_rest_on(string message, string table, string columns) =>
        Assert.Equal(columns, Steps.Single(item => item.Type == typeof(Evaluate) && item.Step.Message == message && item.Step.EntityLogicalName == table).Step.FilteringAttributes);
}
