using System.Linq;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>Checks the form of an e-mail address: one @, a mailbox, a public host name. Whether mail arrives is another question.</summary>
public static class EmailReader
{
    private const int MaxMailbox = 64;
    private const int MaxLength = 200;
    private const string Allowed = "!#$%&'*+-/=?^_`{|}~.";

    /// <summary>Reads an address; white space around it is ignored.</summary>
    public static ValueFacts Read(string? value)
    {
        var text = (value ?? "").Trim();
        if (text.Length == 0)
            return ValueFacts.Refused("email.empty");
        var at = text.IndexOf('@');
        if (text.Length > MaxLength || at <= 0 || at != text.LastIndexOf('@'))
            return ValueFacts.Refused("email.form", UrlReader.Shorten(text));
        var mailbox = text.Substring(0, at);
        var isMailbox = mailbox.Length <= MaxMailbox
            && mailbox.All(c => char.IsLetterOrDigit(c) || Allowed.IndexOf(c) >= 0)
            && mailbox[0] != '.' && mailbox[mailbox.Length - 1] != '.' && mailbox.IndexOf("..", System.StringComparison.Ordinal) < 0;
        var domain = text.Substring(at + 1);
        var host = domain.EndsWith(".", System.StringComparison.Ordinal) ? null : HostName.Read(domain, out _);
        return isMailbox && host is not null
            ? ValueFacts.Valid(mailbox + "@" + host)
            : ValueFacts.Refused("email.form", UrlReader.Shorten(text));
    }
}
