using System;
using System.Linq;

namespace DataverseReadiness.Rules;

/// <summary>Who entered what a requirement reads.</summary>
public static class Authorship
{
    /// <summary>Whether this user alone wrote every filled-in column that the requirement reads of this offer.</summary>
    /// <remarks>A value whose author is not known may be anybody's.</remarks>
    public static bool EnteredAlone(OfferFacts offer, Requirement requirement, Guid user)
    {
        var rows = requirement.RowsRead(offer)?.ToList();
        var any = false;
        foreach (var table in requirement.Reads.Distinct().GroupBy(read => read.Split('.')[0], read => read.Split('.')[1]))
        {
            foreach (var row in FactColumn.RowsOf(offer, table.Key))
            {
                if (table.Key != Tables.Offer && rows?.Contains(FactColumn.IdOf(row)) == false)
                    continue;
                var filled = table.Where(column => FactColumn.Find(table.Key, column)?.TextIn(row) is not null).ToList();
                if (filled.Count == 0)
                    continue;
                if (!AuthorMap.Parse(FactColumn.EnteredBy(row)).IsSoleAuthor(user, filled))
                    return false;
                any = true;
            }
        }

        return any;
    }
}
