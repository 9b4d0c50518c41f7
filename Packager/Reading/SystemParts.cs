namespace Packager.Reading;

/// <summary>What every table of an export carries without anybody having added it.</summary>
internal static class SystemParts
{
    private static readonly string[] Common =
    [
        "createdby", "createdon", "createdonbehalfby", "importsequencenumber", "modifiedby", "modifiedon",
        "modifiedonbehalfby", "overriddencreatedon", "statecode", "statuscode", "timezoneruleversionnumber",
        "utcconversiontimezonecode",
    ];

    /// <summary>Logical names of the system columns, the primary key apart.</summary>
    public static IEnumerable<string> Columns(bool isUserOwned) =>
        Common.Concat(isUserOwned ? ["ownerid", "owningbusinessunit", "owningteam", "owninguser"] : ["organizationid"]);

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
