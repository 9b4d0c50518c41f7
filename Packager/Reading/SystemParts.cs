namespace Packager.Reading;

/// <summary>What every table of an export carries without anybody having added it.</summary>
internal static class SystemParts
{
    private static readonly (string Name, string Type)[] Common =
    [
        ("createdby", "lookup"), ("createdon", "datetime"), ("createdonbehalfby", "lookup"), ("importsequencenumber", "int"),
        ("modifiedby", "lookup"), ("modifiedon", "datetime"), ("modifiedonbehalfby", "lookup"), ("overriddencreatedon", "datetime"),
        ("statecode", "state"), ("statuscode", "status"), ("timezoneruleversionnumber", "int"), ("utcconversiontimezonecode", "int"),
    ];

    private static readonly (string Name, string Type)[] OfUsers =
        [("ownerid", "owner"), ("owningbusinessunit", "lookup"), ("owningteam", "lookup"), ("owninguser", "lookup")];

    /// <summary>Logical names and types of the system columns, the primary key apart.</summary>
    public static IEnumerable<(string Name, string Type)> Columns(bool isUserOwned) =>
        Common.Concat(isUserOwned ? OfUsers : [("organizationid", "lookup")]);

    /// <summary>The system relationships of a table, by the names of both sides.</summary>
    public static IEnumerable<(string Name, string Referenced, string Column)> Relationships(string table, bool isUserOwned)
    {
        yield return ($"lk_{table}_createdby", "systemuser", "createdby");
        yield return ($"lk_{table}_modifiedby", "systemuser", "modifiedby");
        if (!isUserOwned)
        {
            yield return ($"organization_{table}", "organization", "organizationid");
            yield break;
        }

        yield return ($"business_unit_{table}", "businessunit", "owningbusinessunit");
        yield return ($"owner_{table}", "owner", "ownerid");
        yield return ($"team_{table}", "team", "owningteam");
        yield return ($"user_{table}", "systemuser", "owninguser");
    }
}
