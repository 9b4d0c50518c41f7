namespace Plugins.Tests.Cases;

/// <summary>One value of one column that can never be right, and the sentence that refuses it.</summary>
public sealed class RefusedValue
{
    public RefusedValue(string name, string table, string column, object value, string message)
    {
        Name = name;
        Table = table;
        Column = column;
        Value = value;
        Message = message;
    }

    public string Name { get; }

    public string Table { get; }

    public string Column { get; }

    public object Value { get; }

    public string Message { get; }
}
