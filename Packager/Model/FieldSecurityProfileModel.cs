namespace Packager.Model;

/// <summary>A field security profile: what its users and teams may do to secured columns.</summary>
/// <param name="Id">Profile id.</param>
/// <param name="Name">Name.</param>
/// <param name="Description">Description; empty for none.</param>
/// <param name="Permissions">What it allows, at most once a column.</param>
public sealed record FieldSecurityProfileModel(Guid Id, string Name, string Description, IReadOnlyList<FieldPermissionModel> Permissions);

/// <summary>What a profile allows of one column.</summary>
/// <param name="Table">Logical name of the table.</param>
/// <param name="Column">Logical name of the column.</param>
/// <param name="CanRead">Whether its value is shown.</param>
/// <param name="CanCreate">Whether a new row may have a value in it.</param>
/// <param name="CanUpdate">Whether its value may be changed.</param>
public sealed record FieldPermissionModel(string Table, string Column, bool CanRead, bool CanCreate, bool CanUpdate);
