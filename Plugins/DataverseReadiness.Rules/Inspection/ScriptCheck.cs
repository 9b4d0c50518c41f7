using System;
using System.Collections.Generic;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>The solution checker's rules that the text of a script alone can decide, and the level of its syntax.</summary>
/// <remarks>
/// Chains of names (<c>window.parent.document</c>) and calls with their arguments are followed; what a variable holds is not. So a rule
/// may miss what is said in a roundabout way, and never speaks of a text, a comment or a regular expression.
/// </remarks>
internal sealed class ScriptCheck
{
    /// <summary>Rule id of what is newer than ES2018.</summary>
    public const string Syntax = "web-unsupported-syntax";

    private const string Soap = "xrmservices/2011/organization.svc";
    private const string OData = "xrmservices/2011/organizationdata.svc";

    private static readonly HashSet<string> Critical = Set("use-async avoid-crm2011-service-odata avoid-crm2011-service-soap avoid-browser-specific-api avoid-eval avoid-ui-refreshribbon");

    private static readonly HashSet<string> RemovedContext = Set("getServerUrl getAuthenticationHeader isOutlookClient isOutlookOnline");

    private static readonly HashSet<string> UnpublishedGlobals = Set(
        "APPLICATION_FULL_VERSION APPLICATION_VERSION CLIENT_MAJOR_VERSION IS_ONPREMISE IS_OUTLOOK_CLIENT IS_OUTLOOK_LAPTOP_CLIENT IS_PATHBASEDURLS ORG_LANGUAGE_CODE ORG_UNIQUE_NAME " +
        "SERVER_URL USER_GUID USER_LANGUAGE_CODE USER_ROLES WEB_APP_URL WEB_RESOURCE_ORG_VERSION_NUMBER WEB_SERVER_HOST WEB_SERVER_PORT crmFormSubmit openStdDlg openStdDlgWithCallback openStdWin " +
        "openStdWinWithFeatures openObj openObjEx openIsvWin safeWindowShowModalDialog CrmEncodeDecode");

    private static readonly HashSet<string> FrameMembers = Set("document window location frames parent opener crmForm");

    private static readonly HashSet<string> ListenerCalls = Set("addEventListener removeEventListener attachEvent detachEvent");

    private static readonly HashSet<string> Handlers = Set(
        "onclick oncontextmenu ondblclick onmousedown onmouseleave onmousemove onmouseover onmouseout onmouseup onkeydown onkeypress onkeyup onbeforeunload onhashchange onpageshow onpagehide " +
        "onresize onscroll onload onunload onblur onchange onfocus onfocusin onfocusout oninput oninvalid onreset onsearch onselect onsubmit ondrag ondragend ondragenter ondragleave ondragover " +
        "ondragstart ondrop oncopy oncut onpaste");

    private static readonly HashSet<string> TimerCalls = Set("setTimeout setInterval execScript");

    private readonly ScriptReader _reader;
    private readonly bool _isPage;
    private readonly Action<string, CheckerSeverity, int, string> _report;
    private readonly List<KeyValuePair<string, int>> _formFindings = new List<KeyValuePair<string, int>>();
    private readonly List<Call> _calls = new List<Call>();
    private readonly HashSet<string> _declared = new HashSet<string>(StringComparer.Ordinal);
    private readonly List<string> _chain = new List<string>();
    private int _chainLine;
    private string _beforeChain = "";
    private bool _chainIsMemberName;
    private bool _usesForm;

    // Of the token before the current one.
    private ScriptTokenKind _beforeKind;
    private string _before = "";
    private bool _beforeIsMemberName;
    private bool _keyIsAsync;
    private bool _calleeIsMember;
    private bool _calleeIsGlobal;
    private bool _exportsAll;

    // await at the top level: not inside an arrow function without braces.
    private int _arrowDepth = -1;

    // The member of a class that is being read.
    private string _member = "";
    private bool _hasInitializer;
    private int _classDepth = -1;
    private int _memberLine;

    private ScriptCheck(string text, int firstLine, bool isPage, Action<string, CheckerSeverity, int, string> report)
    {
        _reader = new ScriptReader(text);
        _isPage = isPage;
        _report = (rule, severity, line, detail) => report(rule, severity, line + firstLine - 1, detail);
    }

    /// <summary>Checks one script.</summary>
    /// <param name="text">The script.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    /// <param name="isPage">A script of a page of its own: the document it reaches for is its own, not the form's.</param>
    /// <param name="report">Is told rule, severity, line, and for the syntax the key of what is new.</param>
    public static void Run(string text, int firstLine, bool isPage, Action<string, CheckerSeverity, int, string> report) =>
        new ScriptCheck(text, firstLine, isPage, report).Run();

    private static HashSet<string> Set(string names) => new HashSet<string>(names.Split(' '), StringComparer.Ordinal);

    private void Run()
    {
        while (_reader.Read())
        {
            Follow();
            FollowCalls();
            CheckToken();
            CheckSyntax();
            CheckClass();
            _beforeKind = _reader.Kind;
            _before = _reader.Name;
            _beforeIsMemberName = _reader.IsMemberName;
        }

        EndChain();
        if (_usesForm)
        {
            foreach (var finding in _formFindings)
                Find(finding.Key, finding.Value);
        }
    }

    private bool IsPunctuator(string text) => _reader.Kind == ScriptTokenKind.Punctuator && _reader.Name == text;

    private void Find(string rule, int line) => _report(rule, Critical.Contains(rule) ? CheckerSeverity.Critical : CheckerSeverity.High, line, "");

    private void FindNew(string what, int line) => _report(Syntax, CheckerSeverity.Medium, line, what);

    /// <summary>Grows or ends the chain of names.</summary>
    private void Follow()
    {
        var goesOn = _beforeKind == ScriptTokenKind.Punctuator && _before is "." or "?.";
        var isName = _reader.Kind == ScriptTokenKind.Identifier || (_reader.Kind == ScriptTokenKind.Keyword && _reader.Name == "this");
        if (isName && goesOn)
        {
            // Seven names are enough for every rule.
            if (_chain.Count < 7)
                _chain.Add(_reader.Name);
            return;
        }

        if (_reader.Kind == ScriptTokenKind.Punctuator && _reader.Name is "." or "?.")
        {
            if (_chain.Count == 0)
                StartChain("");
            return;
        }

        EndChain();
        if (isName)
            StartChain(_reader.Name);
    }

    private void StartChain(string name)
    {
        _chain.Add(name);
        _chainLine = _reader.Line;
        _beforeChain = _beforeKind == ScriptTokenKind.Keyword ? _before : "";
        _chainIsMemberName = _reader.IsMemberName;
    }

    private void EndChain()
    {
        if (_chain.Count == 0)
            return;
        _calleeIsGlobal = false;
        if (!_chainIsMemberName || _chain.Count > 1)
            CheckChain(IsPunctuator("("));
        _chain.Clear();
    }

    private void CheckChain(bool isCall)
    {
        // The window as such says nothing: window.eval is eval.
        var first = _chain.Count > 1 && _chain[0] is "window" or "self" or "globalThis" ? 1 : 0;
        var root = _chain[first];
        var last = _chain[_chain.Count - 1];
        var before = _chain.Count > 1 ? _chain[_chain.Count - 2] : "";
        var count = _chain.Count - first;
        _calleeIsGlobal = count == 1;
        if (_beforeChain is "function" or "class" or "var" or "let" or "const")
            Declare(root);
        if (first == 0 && _declared.Contains(root))
            return;
        _usesForm |= root is "Xrm" or "crmForm" || last == "getFormContext" || (first == 0 && root == "parent" && count > 1 && _chain[1] == "Xrm");
        if (isCall && count == 1)
        {
            if (root is "eval" or "Function")
                Find("avoid-eval", _chainLine);
            if (root == "ActiveXObject" && _beforeChain == "new")
                Find("avoid-browser-specific-api", _chainLine);
        }

        if (isCall && last == "showModalDialog" && (count == 1 || (count == 2 && root == "parent")))
            Find("avoid-modals", _chainLine);
        if (isCall && last == "refreshRibbon" && before == "ui" && _chain.Count > 2)
            Find("avoid-ui-refreshribbon", _chainLine);
        if (_chain.Count > 1 && ((RemovedContext.Contains(last) && before is "context" or "globalContext" or "") || (last == "getCurrentControl" && before == "ui")))
            Find("avoid-2011-api", _chainLine);
        if (Follows("userSettings", "securityRolePrivileges") > 0)
            Find("use-getsecurityroleprivilegesinfo", _chainLine);
        if (IsUnpublished(root, first, count))
            Find("avoid-unpub-api", _chainLine);
        CheckFrames(root, first, count);
        CheckForm(root, last, first, count, isCall);
    }

    /// <summary>A name of the script's own is not the platform's.</summary>
    private void Declare(string name)
    {
        if (UnpublishedGlobals.Contains(name) || name is "parent" or "opener" or "document" or "Mscrm" or "eval" or "Function")
            _declared.Add(name);
    }

    private bool IsUnpublished(string root, int first, int count) =>
        (count == 1 && UnpublishedGlobals.Contains(root)) || (root == "CrmEncodeDecode" && count > 1) || (root is "Mscrm" && count > 1) || Follows("Xrm", "Internal") == first;

    /// <summary>Windows above the own one: their origin and what they show is not for the script to know.</summary>
    private void CheckFrames(string root, int first, int count)
    {
        var isOfWindow = first == 1;
        if (isOfWindow && (root == "top" || (root == "parent" && count > 1 && _chain[2] == "parent")))
            Find("avoid-window-top", _chainLine);
        else if (root is "parent" or "opener" && !_chain.Contains("Xrm") && (isOfWindow || (count > 1 && FrameMembers.Contains(_chain[1]))))
            Find("do-not-make-parent-assumption", _chainLine);
    }

    /// <summary>The document of a form. Only a script that knows the form is of one.</summary>
    private void CheckForm(string root, string last, int first, int count, bool isCall)
    {
        if (_isPage)
            return;
        if (_chain.Count > 1 && ((isCall && ListenerCalls.Contains(last)) || (IsPunctuator("=") && Handlers.Contains(last))))
            _formFindings.Add(new KeyValuePair<string, int>("avoid-dom-form-event", _chainLine));
        else if ((root == "document" && count > 1) || (root is "parent" or "opener" && count > 2 && _chain[first + 1] == "document"))
            _formFindings.Add(new KeyValuePair<string, int>("avoid-dom-form", _chainLine));
    }

    /// <summary>Place of the first of two names that follow each other; -1 when they do not.</summary>
    private int Follows(string name, string next)
    {
        for (var i = 0; i + 1 < _chain.Count; i++)
        {
            if (_chain[i] == name && _chain[i + 1] == next)
                return i;
        }

        return -1;
    }

    private void FollowCalls()
    {
        if (_reader.Kind == ScriptTokenKind.Punctuator)
        {
            switch (_reader.Name)
            {
                case "(" or "[" or "{":
                    CountToken();
                    _calls.Add(new Call { Callee = _reader.Name == "(" && _beforeKind == ScriptTokenKind.Identifier && !_beforeIsMemberName ? _before : "", IsMember = _calleeIsMember, IsGlobal = _calleeIsGlobal, Line = _reader.Line });
                    return;
                case ")" or "]" or "}":
                    EndArgument();
                    if (_calls.Count > 0)
                        _calls.RemoveAt(_calls.Count - 1);
                    return;
                case ",":
                    EndArgument();
                    return;
            }
        }

        // { async: false } as an argument of a request.
        if (_reader.Kind == ScriptTokenKind.Keyword && _reader.Name == "false" && _beforeKind == ScriptTokenKind.Punctuator && _before == ":" && _keyIsAsync
            && _calls.Count > 1 && _calls[_calls.Count - 2].Callee is "ajax" or "ajaxSetup")
        {
            Find("use-async", _reader.Line);
        }

        CountToken();
        if (_reader.Kind != ScriptTokenKind.Punctuator)
            _keyIsAsync = _reader.IsMemberName && (_reader.Is("async") || _reader.Is("\"async\"") || _reader.Is("'async'"));
        _calleeIsMember = _reader.Kind == ScriptTokenKind.Identifier && _beforeKind == ScriptTokenKind.Punctuator && _before is "." or "?.";
    }

    private void CountToken()
    {
        if (_calls.Count == 0)
            return;
        var call = _calls[_calls.Count - 1];
        call.Tokens++;
        call.IsFalse = call.Tokens == 1 && _reader.Kind == ScriptTokenKind.Keyword && _reader.Name == "false";
        if (call.Tokens == 1 && call.Argument == 0 && _reader.Kind is ScriptTokenKind.String or ScriptTokenKind.Template && call.IsGlobal && TimerCalls.Contains(call.Callee))
            Find("avoid-eval", call.Line);
        _calls[_calls.Count - 1] = call;
    }

    private void EndArgument()
    {
        if (_calls.Count == 0)
            return;
        var call = _calls[_calls.Count - 1];
        if (call.IsFalse && call.Argument == 2 && call.IsMember && call.Callee == "open")
            Find("use-async", call.Line);
        call.Argument++;
        call.Tokens = 0;
        call.IsFalse = false;
        _calls[_calls.Count - 1] = call;
    }

    private void CheckToken()
    {
        if (_reader.Kind is ScriptTokenKind.String or ScriptTokenKind.Template)
        {
            if (_reader.Holds(Soap))
                Find("avoid-crm2011-service-soap", _reader.Line);
            if (_reader.Holds(OData))
                Find("avoid-crm2011-service-odata", _reader.Line);
        }

        if (IsPunctuator("(") && _beforeKind == ScriptTokenKind.Keyword && _before == "with" && !_beforeIsMemberName)
            Find("avoid-with", _reader.Line);
    }

    private void CheckSyntax()
    {
        var line = _reader.Line;
        switch (_reader.Kind)
        {
            case ScriptTokenKind.PrivateName:
                FindNew("private", line);
                break;
            case ScriptTokenKind.Number:
                if (_reader.Holds("_"))
                    FindNew("separator", line);
                if (_reader.EndsWith('n'))
                    FindNew("bigint", line);
                break;
            case ScriptTokenKind.Regex:
                if (_reader.HasFlag('d') || _reader.HasFlag('v'))
                    FindNew("flag", line);
                break;
            case ScriptTokenKind.Punctuator:
                CheckPunctuator(line);
                break;
            case ScriptTokenKind.Keyword:
                if (_reader.Name == "await" && !_reader.IsMemberName && !_reader.IsInFunction && _arrowDepth < 0)
                    FindNew("await", line);
                break;
        }

        // An arrow function without braces ends with its expression.
        var ends = _reader.Depth < _arrowDepth || (_reader.Depth == _arrowDepth && (IsPunctuator(";") || IsPunctuator(",") || (_reader.IsAfterLineBreak && _reader.IsAfterValue && _reader.Kind != ScriptTokenKind.Punctuator)));
        if (ends || (_reader.Depth == _arrowDepth && _reader.Kind == ScriptTokenKind.Punctuator && _reader.Name is ")" or "]" or "}"))
            _arrowDepth = -1;
        if (IsPunctuator("=>") && _arrowDepth < 0)
            _arrowDepth = _reader.Depth;
    }

    private void CheckPunctuator(int line)
    {
        switch (_reader.Name)
        {
            case "?.":
                FindNew("chaining", line);
                break;
            case "??":
                FindNew("nullish", line);
                break;
            case "??=" or "||=" or "&&=":
                FindNew("assignment", line);
                break;
            case "{" when _beforeKind == ScriptTokenKind.Keyword && _before == "catch" && !_beforeIsMemberName:
                FindNew("catch", line);
                break;
            case "(" when _beforeKind == ScriptTokenKind.Keyword && _before == "import" && !_beforeIsMemberName:
            case "." when _beforeKind == ScriptTokenKind.Keyword && _before == "import":
                FindNew("import", line);
                break;
            case "*" when _beforeKind == ScriptTokenKind.Keyword && _before == "export":
                _exportsAll = true;
                return;
        }

        _exportsAll = false;
    }

    /// <summary>Fields of classes: a name in the body of a class that no parameter list follows.</summary>
    private void CheckClass()
    {
        if (_exportsAll && _reader.Kind == ScriptTokenKind.Identifier)
        {
            if (_reader.Name == "as")
                FindNew("export", _reader.Line);
            _exportsAll = false;
        }

        if (!_reader.IsInClassBody)
            return;
        if (_classDepth != _reader.Depth || (_beforeKind == ScriptTokenKind.Punctuator && _before == "{"))
            EndMember();
        _classDepth = _reader.Depth;
        if (_reader.Kind == ScriptTokenKind.Punctuator)
        {
            CheckClassPunctuator();
            return;
        }

        var begins = _reader.IsMemberName && _reader.IsAfterLineBreak && _reader.IsAfterValue;
        if (begins && _member.Length > 0 && !_hasInitializer)
            FindField();
        if (begins)
            EndMember();
        if (!_hasInitializer)
        {
            _member = _reader.Kind == ScriptTokenKind.Identifier ? _reader.Name : "-";
            _memberLine = _reader.Line;
        }
    }

    private void CheckClassPunctuator()
    {
        switch (_reader.Name)
        {
            case "=" when !_hasInitializer && _member.Length > 0:
                FindField();
                _hasInitializer = true;
                break;
            case ";" or "}":
                if (_member.Length > 0 && !_hasInitializer)
                    FindField();
                EndMember();
                break;
            case "{" when _member == "static" && !_hasInitializer:
                FindNew("block", _reader.Line);
                EndMember();
                break;
            case "(" when !_hasInitializer:
                // A method: nothing of it is a field, and after its body the next member begins.
                EndMember();
                break;
            case "[" when !_hasInitializer:
                _member = "-";
                _memberLine = _reader.Line;
                break;
        }
    }

    private void FindField() => FindNew("field", _memberLine);

    private void EndMember()
    {
        _member = "";
        _hasInitializer = false;
    }

    private struct Call
    {
        /// <summary>Last name of what is called; empty for other brackets.</summary>
        public string Callee;

        public bool IsMember;

        /// <summary>Called as a global name, or as a member of the window.</summary>
        public bool IsGlobal;

        public int Line;

        public int Argument;

        public int Tokens;

        /// <summary>The argument is the word false alone so far.</summary>
        public bool IsFalse;
    }
}
