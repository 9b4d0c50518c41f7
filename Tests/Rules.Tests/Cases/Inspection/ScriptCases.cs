using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules.Tests.Cases.Inspection;

/// <summary>Scripts in solutions: what each rule finds, and what looks like it and is none.</summary>
public static class ScriptCases
{
    public static IEnumerable<(string Name, Action Run)> All()
    {
        foreach (var script in Broken())
            yield return (script.Rule + ": " + Expect.Name(script.Text), () => Expect.Sequence(new[] { script.Rule + ":" + script.Line }, Findings(script.Text)));
        foreach (var text in Clean())
            yield return ("clean: " + Expect.Name(text), () => Expect.Sequence(new string[0], Findings(text)));
        foreach (var script in Newer())
            yield return ("newer: " + Expect.Name(script.Text), () => Expect.Sequence(script.Findings, Syntax(script.Text)));
        foreach (var text in NotNewer())
            yield return ("not newer: " + Expect.Name(text), () => Expect.Sequence(new string[0], Syntax(text)));
        yield return ("a page: lines count from the start of the file", () => Expect.Sequence(
            new[] { "avoid-eval:3", "use-async:6" }, Findings("<html>\n<script>\neval(x)</script>\n<p>eval(x)</p>\n<script type='text/javascript'>\nr.open('GET', u, false)\n</script>", 1)));
        yield return ("a page: templates, data and comments are no scripts", () => Expect.Sequence(
            new string[0], Findings("<script type='text/x-template'>eval(x)</script><script type=\"application/json\">{\"a\":eval(x)}</script><!-- <script>eval(x)</script> -->", 1)));
        yield return ("a page: its document is its own", () => Expect.Sequence(new string[0], Findings("<script>Xrm.x; document.getElementById('a').onclick = f</script>", 1)));
        yield return ("a page whose script does not end", () => Expect.Sequence(new[] { "avoid-eval:1" }, Findings("<script>eval(x)", 1)));
        yield return ("JSON as a script resource is no script", () => Expect.Sequence(new string[0], Findings("eval(x)", 3, "smp_/data.json")));
        yield return ("the same rule in the same file is told 20 times and then counted", () =>
        {
            var facts = Inspect(string.Concat(Enumerable.Repeat("eval(x);\n", 25).ToArray()), 3, "smp_/a.js");
            Expect.Equal("20 5", facts.Findings.Count + " " + facts.FindingsLeftOut);
        }
        );
        yield return ("worst first", () => Expect.Sequence(
            new[] { "avoid-eval:3", "avoid-with:2", "web-unsupported-syntax:1" }, Inspect("a?.b\nwith (a) { }\neval(x)", 3, "smp_/a.js").Findings.Select(finding => finding.Rule + ":" + finding.Line)));
        yield return ("UTF-16 scripts", () => Expect.Sequence(
            new[] { "avoid-eval:2" }, Rules(InspectBytes(new byte[] { 0xFF, 0xFE }.Concat(Encoding.Unicode.GetBytes("\neval(x)")).ToArray(), 3, "smp_/a.js"), PackagePart.Code)));
        yield return ("the finding names the path through the zips", () =>
        {
            var finding = Inspect("eval(x)", 3, "smp_/scripts/a.js").Findings.Single();
            Expect.Equal("package.zip!/PkgFolder/App_managed.zip!/WebResources/smp_/scripts/a.js", finding.File);
            Expect.Message("script.avoid-eval(package.zip!/PkgFolder/App_managed.zip!/WebResources/smp_/scripts/a.js, 1)", finding.Message);
        }
        );
        yield return ("10000 brackets deep", () => Expect.Sequence(new[] { "avoid-eval:1" }, Findings("eval(x);" + new string('(', 9000) + new string(')', 9000))));
        yield return ("100000 brackets deep", () => Expect.Sequence(new[] { "avoid-eval:1" }, Findings("eval(x);" + new string('(', 100000))));
    }

    private static IEnumerable<(string Rule, int Line, string Text)> Broken()
    {
        yield return ("avoid-eval", 1, "eval(code)");
        yield return ("avoid-eval", 2, "\nwindow.eval(code)");
        yield return ("avoid-eval", 1, "var f = new Function('a', 'return a')");
        yield return ("avoid-eval", 1, "setTimeout('go()', 10)");
        yield return ("avoid-eval", 1, "window.setInterval(`go()`, 10)");
        yield return ("avoid-eval", 4, "// eval(a)\n/* eval(b)\n */\nx = y / 2; eval(c) / 2");
        yield return ("avoid-eval", 1, "x = `a ${eval(b)} c`");
        yield return ("avoid-eval", 1, "x = /'/.test(y) && eval('z')");
        yield return ("use-async", 1, "request.open('GET', url, false)");
        yield return ("use-async", 1, "request.open(\n'GET', f(a, b), false); x.open('a', 'b', true)");
        yield return ("use-async", 1, "$.ajax({ url: u, async: false })");
        yield return ("use-async", 1, "jQuery.ajaxSetup({ 'async': false })");
        yield return ("avoid-crm2011-service-soap", 1, "u = url + '/XRMServices/2011/Organization.svc/web'");
        yield return ("avoid-crm2011-service-odata", 1, "u = url + \"/xrmservices/2011/OrganizationData.svc/AccountSet\"");
        yield return ("avoid-crm2011-service-odata", 2, "u = `\n` + `${url}/XRMServices/2011/OrganizationData.svc`");
        yield return ("avoid-browser-specific-api", 1, "r = new ActiveXObject('Microsoft.XMLHTTP')");
        yield return ("avoid-browser-specific-api", 1, "r = new window.ActiveXObject('Microsoft.XMLHTTP')");
        yield return ("avoid-ui-refreshribbon", 1, "formContext.ui.refreshRibbon()");
        yield return ("avoid-ui-refreshribbon", 1, "context.getFormContext().ui.refreshRibbon(true)");
        yield return ("avoid-modals", 1, "window.showModalDialog('a.htm')");
        yield return ("avoid-modals", 1, "showModalDialog('a.htm')");
        yield return ("avoid-dom-form", 1, "Xrm.Page.data; document.getElementById('a')");
        yield return ("avoid-dom-form", 1, "window.document.body.className = 'x'; var f = e.getFormContext()");
        yield return ("avoid-dom-form-event", 1, "Xrm.WebApi; element.addEventListener('click', f)");
        yield return ("avoid-dom-form-event", 1, "Xrm.WebApi; element.onclick = f");
        yield return ("avoid-unpub-api", 1, "Xrm.Internal.openDialog('a')");
        yield return ("avoid-unpub-api", 1, "Mscrm.CommandBarActions.x()");
        yield return ("avoid-unpub-api", 1, "openStdWin('a')");
        yield return ("avoid-unpub-api", 1, "x = ORG_UNIQUE_NAME");
        yield return ("avoid-window-top", 1, "window.top.location = 'a'");
        yield return ("avoid-window-top", 1, "w = window.parent.parent");
        yield return ("avoid-2011-api", 1, "u = Xrm.Page.context.getServerUrl()");
        yield return ("avoid-2011-api", 1, "u = Xrm.Utility.getGlobalContext().isOutlookClient()");
        yield return ("avoid-2011-api", 1, "c = Xrm.Page.ui.getCurrentControl()");
        yield return ("do-not-make-parent-assumption", 1, "x = window.parent.frames");
        yield return ("do-not-make-parent-assumption", 1, "parent.document.title = 'a'");
        yield return ("do-not-make-parent-assumption", 1, "window.opener.location.reload()");
        yield return ("avoid-with", 1, "with (a) { b = 1 }");
        yield return ("use-getsecurityroleprivilegesinfo", 1, "p = context.userSettings.securityRolePrivileges");
    }

    private static IEnumerable<string> Clean()
    {
        yield return "";
        yield return "// eval(x)\n/* with (a) { } */";
        yield return "x = 'eval(x)'; y = \"window.top\"; z = `document.all eval(x)`; w = /eval(x)/; v = /[/]eval(x)/g";
        yield return "x.eval(y); x['eval']; ({ eval: 1, eval(a) { }, get eval() { } }); class A { eval() { } }";
        yield return "function eval(a) { } ; eval(1)";
        yield return "evaluate(x); Functional(y); myFunction('a')";
        yield return "setTimeout(go, 10); setTimeout(function () { go('x') }, 10); timer.setTimeout('a'); setTimeout(() => 'a', 1)";
        yield return "request.open('GET', url, true); request.open('GET', url); open('a', 'b', false); x.open('a', false, 1); y.open('a', 'b', false || c)";
        yield return "$.ajax({ url: u, async: true }); f({ async: false }); x = { async: false }";
        yield return "u = '/api/data/v9.2/accounts'";
        yield return "if (window.ActiveXObject) { } ; typeof ActiveXObject";
        yield return "formContext.ui.refresh(); grid.refreshRibbon()";
        yield return "document.getElementById('a').addEventListener('click', f); element.onclick = g";
        yield return "var parent = a.parentNode; parent.removeChild(a); x.parent.y; function f(opener) { opener.close() }";
        yield return "var x = window.parent.Xrm.Page; parent.Xrm.WebApi";
        yield return "var ORG_UNIQUE_NAME = 'a'; x = ORG_UNIQUE_NAME; y.SERVER_URL; ({ USER_GUID: 1 })";
        yield return "x.top; var top = 1; top.y; window.topmost; window.parentheses";
        yield return "a.getServerUrl; MyLibrary.getServerUrl(); x.context.getClientUrl()";
        yield return "x.with(1, 2); ({ with: 1 }); import('a', { with: { } })";
        yield return "context.userSettings.getSecurityRolePrivilegesInfo()";
        yield return "x = 'a string that does not end\neval(y)";
        yield return "/* a comment that does not end eval(y)";
        yield return "\u0000\uFFFF\uD800";
    }

    private static IEnumerable<(string Text, string[] Findings)> Newer()
    {
        yield return ("x = a?.b;\ny = a?.[0]", new[] { "chaining:1", "chaining:2" });
        yield return ("x = a ?? b", new[] { "nullish:1" });
        yield return ("a ??= b; \na ||= c\na &&= d", new[] { "assignment:1", "assignment:2", "assignment:3" });
        yield return ("x = 1_000 + 0xFF_FF", new[] { "separator:1", "separator:1" });
        yield return ("x = 10n", new[] { "bigint:1" });
        yield return ("class A {\n  a = 1\n  static b\n  c;\n  'd' = 2;\n  [e] = 3\n}", new[] { "field:2", "field:3", "field:4", "field:5", "field:6" });
        yield return ("class A { x = y => { }\n m() { } }", new[] { "field:1" });
        yield return ("class A {\n  static {\n  }\n}", new[] { "block:2" });
        yield return ("class A { #a() { } }", new[] { "private:1" });
        yield return ("try { } catch { }", new[] { "catch:1" });
        yield return ("import('a');\nimport.meta.url", new[] { "import:1", "import:2" });
        yield return ("export * as a from 'b'", new[] { "export:1" });
        yield return ("await x;\nfor await (const a of b) { }", new[] { "await:1", "await:2" });
        yield return ("const f = async () => await g();\nawait z", new[] { "await:2" });
        yield return ("x = /a/d; y = /b/v", new[] { "flag:1", "flag:1" });
    }

    private static IEnumerable<string> NotNewer()
    {
        yield return "x = a ? .5 : 1; y = a?.5:1";
        yield return "class A { constructor() { } static m() { } get x() { } set x(v) { } async a() { } *g() { } async *h() { } ['c']() { } 'd'() { } static async e() { } get() { } set() { } static() { } }";
        yield return "class A extends B { m() { this.a = 1; } }\nclass C { }\nx = class { }";
        yield return "x = '?.'; y = `??`; z = /a?.b/; // a ??= b\n/* 10n */";
        yield return "async function f() { await a; for await (const b of c) { } }\nconst g = async () => { await h() };\nconst i = async x => await x;";
        yield return "class A { async m() { await x } }\no = { async m() { await x }, await: 1 }; o.await";
        yield return "try { } catch (e) { }";
        yield return "import a from 'b'; export * from 'c'; export { d as e } from 'f'; export default class { }";
        yield return "x = /(?<a>b)(?<=c)/su; ({ ...a }); f(...b); x ** y; x **= 2; `a${b}`";
        yield return "x = 0b11 + 0o7 + 1e5 + 0xAn1";
    }

    private static IEnumerable<string> Findings(string text, int type = 3, string name = "smp_/a.js") => Rules(Inspect(text, type, name), PackagePart.Code);

    private static IEnumerable<string> Rules(PackageFacts facts, PackagePart part) => facts.FindingsOf(part).Select(finding => finding.Rule + ":" + finding.Line);

    private static IEnumerable<string> Syntax(string text) =>
        Inspect(text, 3, "smp_/a.js").FindingsOf(PackagePart.Syntax).Select(finding => finding.Message.Arguments[2].Replace("$script.syntax.", "") + ":" + finding.Line);

    private static PackageFacts Inspect(string text, int type, string name) => InspectBytes(Encoding.UTF8.GetBytes(text), type, name);

    private static PackageFacts InspectBytes(byte[] bytes, int type, string name)
    {
        var solution = ZipBuilder.Solution()
            .With("customizations.xml", "<ImportExportXml><WebResources><WebResource><Name>" + name + "</Name><WebResourceType>" + type + "</WebResourceType><FileName>/WebResources/x</FileName></WebResource></WebResources></ImportExportXml>")
            .With("WebResources/x", bytes);
        return PackageInspector.Inspect(new MemoryStream(ZipBuilder.Package().With("package.zip", ZipBuilder.Inner().With("PkgFolder/App_managed.zip", solution.Bytes()).Bytes()).Bytes()));
    }
}
