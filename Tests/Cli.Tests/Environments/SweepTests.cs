using System.Globalization;
using System.Text.Json.Nodes;

namespace Cli.Tests.Environments;

/// <summary>The sweep, called until nothing is due.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task Pages_are_swept_until_none_remains()
    {
        await using var environment = await TestEnvironment.Start();
        await DueOffers(environment, 5);

        Approved.Equal("Sweep", await environment.Run("sweep", "--page-size", "2"));
    }

    [Fact]
    public async Task An_offer_that_faults_is_passed_over_and_named_and_the_others_are_swept()
    {
        await using var environment = await TestEnvironment.Start();
        await DueOffers(environment, 3);
        var calls = 0;
        environment.Front.Instead = context => ++calls == 1 && ConnectionTests.Answer(
            context, 400, """{"error":{"code":"0x80040265","message":"The offer \"Offer 2\" (0d5a7e00-0000-4000-8000-000000000002) could not be swept."}}""");

        var run = await environment.Run("sweep", "--page-size", "1");

        Assert.Equal(
            """
            Page 1: offers evaluated 1, addresses asked 0.
            Page 2: offers evaluated 0, addresses asked 0.
            Page 3: offers evaluated 1, addresses asked 0.
            Done: offers evaluated 2, addresses asked 0. org.example says that none remains.
            Passed over: 0d5a7e00-0000-4000-8000-000000000002 Offer 2
            (error) org.example refused 'rdy_SweepOffers' (400). The offer "Offer 2" (0d5a7e00-0000-4000-8000-000000000002) could not be swept.
            (exit code 2)

            """, run);
    }

    [Fact]
    public async Task A_fault_that_going_around_does_not_end_is_not_asked_for_again_and_again()
    {
        await using var environment = await TestEnvironment.Start(installed: false);
        var calls = 0;
        environment.Front.Instead = context => ++calls > 0 && ConnectionTests.Answer(context, 400, """{"error":{"code":"0x80040265","message":"Broken."}}""");

        Assert.EndsWith("(exit code 2)\n", await environment.Run("sweep"), StringComparison.Ordinal);
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task A_page_of_no_size_is_not_asked_for()
    {
        var run = await CommandRun.Of("sweep", "--page-size", "0", "--environment", "http://127.0.0.1:1");

        Assert.Equal((64, "--page-size 0 is out of range. Write 1 to 100.\n"), (run.Code, run.Error));
    }

    private static async Task DueOffers(TestEnvironment environment, int count)
    {
        for (var number = 1; number <= count; number++)
            await environment.Patch($"rdy_offers(0d5a7e00-0000-4000-8000-0000000000{number:x2})", new JsonObject { ["rdy_name"] = "Offer " + number, ["rdy_installtestedon"] = DateTime.UtcNow.AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        await environment.Advance(days: 20);
    }
}
