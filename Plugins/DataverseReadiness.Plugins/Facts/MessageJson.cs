using System.Collections.Generic;
using System.Globalization;
using System.Text;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Plugins.Facts;

/// <summary>A list of strings as a JSON array, the form in which a message is stored. Always plain ASCII, so that broken text survives.</summary>
internal static class MessageJson
{
    public static string Write(IEnumerable<string> values)
    {
        var json = new StringBuilder("[");
        foreach (var value in values)
        {
            json.Append(json.Length > 1 ? ",\"" : "\"");
            foreach (var c in value)
            {
                if (c is '"' or '\\')
                {
                    json.Append('\\').Append(c);
                }
                else if (c is >= ' ' and < '\u007F')
                {
                    json.Append(c);
                }
                else
                {
                    json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                }
            }

            json.Append('"');
        }

        return json.Append(']').ToString();
    }

    /// <summary>Key first, then the arguments.</summary>
    public static string Write(Message message)
    {
        var values = new List<string> { message.Key };
        values.AddRange(message.Arguments);
        return Write(values);
    }

    /// <summary>The message that was written; null when the text is empty or something else.</summary>
    public static Message? Read(string? json)
    {
        var values = new List<string>();
        if (json == null || json.Length < 2 || json[0] != '[' || json[json.Length - 1] != ']')
        {
            return null;
        }

        for (var i = 1; i < json.Length - 1; i++)
        {
            if (json[i] != '"')
            {
                continue;
            }

            var value = new StringBuilder();
            for (i++; json[i] != '"'; i++)
            {
                if (json[i] != '\\')
                {
                    value.Append(json[i]);
                }
                else if (json[++i] != 'u')
                {
                    value.Append(json[i]);
                }
                else if (i + 4 < json.Length
                    && int.TryParse(json.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    value.Append((char)code);
                    i += 4;
                }
                else
                {
                    return null;
                }

                if (i + 1 >= json.Length)
                {
                    return null;
                }
            }

            values.Add(value.ToString());
        }

        return values.Count == 0 ? null : new Message(values[0], values.GetRange(1, values.Count - 1).ToArray());
    }
}
