using App.Tests.Browsing;
using Microsoft.Playwright;

namespace App.Tests.Player;

/// <summary>What a page of another program of this machine can do to the sandbox, with a real browser's help: nothing.</summary>
[Collection(PlayerCollection.Name)]
public sealed class ForeignPageTests(PlayerFixture player)
{
    private const string Foreign = "http://127.0.0.1:4999/";

    private const string Attack = """
        async site => {
          const tried = [];
          const api = site + 'api/data/v9.2/';
          const body = JSON.stringify({ tst_name: 'Foreign' });
          const attempt = async (name, action) => {
            try { tried.push(`${name}: ${await action()}`); } catch (problem) { tried.push(`${name}: ${problem.name}`); }
          };
          const ask = (name, path, options) => attempt(name, async () => (await fetch(path, options)).type);
          const element = (name, made) => attempt(name, () => new Promise(done => {
            made.onload = () => done('loaded');
            made.onerror = () => done('failed');
            document.body.append(made);
          }));
          await ask('read', api + 'tst_parents', {});
          await ask('read without asking', api + 'tst_parents', { mode: 'no-cors' });
          await ask('json', api + 'tst_parents', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
          await ask('text', api + 'tst_parents', { method: 'POST', mode: 'no-cors', body, headers: { 'Content-Type': 'text/plain' } });
          await ask('change', api + 'tst_parents(00000000-0000-0000-0000-0000000000f1)', { method: 'PATCH', body });
          await ask('remove', api + 'tst_parents(00000000-0000-0000-0000-0000000000f1)', { method: 'DELETE' });
          await ask('clock', site + 'sandbox/clock', { method: 'POST', mode: 'no-cors', body: '{"days":1}' });
          await element('script', Object.assign(document.createElement('script'), { src: api + 'tst_parents' }));
          await element('app script', Object.assign(document.createElement('script'), { src: site + 'WebResources/ClientGlobalContext.js.aspx' }));
          const frame = Object.assign(document.createElement('iframe'), { name: 'hidden' });
          document.body.append(frame);
          for (const [enctype, name, value] of [['text/plain', '{"tst_name":"Foreign","x":"', '"}'], ['application/x-www-form-urlencoded', 'tst_name', 'Foreign'], ['multipart/form-data', 'tst_name', 'Foreign']]) {
            const form = Object.assign(document.createElement('form'), { method: 'post', enctype, action: api + 'tst_parents', target: 'hidden' });
            form.append(Object.assign(document.createElement('input'), { name, value }));
            document.body.append(form);
            await attempt(enctype, () => new Promise(done => { frame.onload = () => done('sent'); form.submit(); }));
          }
          await element('frame', Object.assign(document.createElement('iframe'), { src: site }));
          return tried;
        }
        """;

    [Fact]
    public async Task A_page_on_another_port_writes_nothing_and_reads_nothing()
    {
        await using var window = await player.OpenAsync();
        await window.Page.RouteAsync(Foreign + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>Foreign</title><body></body>" }));
        await window.Page.GotoAsync(Foreign);

        var tried = await window.Page.EvaluateAsync<string[]>(Attack, player.Site.ToString());

        Assert.Equal(
            [
                "read: TypeError", "read without asking: TypeError", "json: TypeError", "text: TypeError", "change: TypeError", "remove: TypeError", "clock: TypeError",
                "script: failed", "app script: failed", "text/plain: sent", "application/x-www-form-urlencoded: sent", "multipart/form-data: sent", "frame: loaded",
            ],
            tried);
        foreach (var frame in window.Page.Frames.Where(frame => frame.ParentFrame is not null))
            Assert.DoesNotContain("<main", await frame.ContentAsync());
        await window.Page.GotoAsync(player.Site + "main.aspx");
        Assert.Equal("0", await window.Page.EvaluateAsync<string>("fetch('/api/data/v9.2/tst_parents/$count?$filter=startswith(tst_name,%27Foreign%27)').then(answer => answer.text())"));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("fetch('/sandbox/clock').then(answer => answer.json()).then(clock => clock.daysAhead)"));
        window.TakeErrors();
    }
}
