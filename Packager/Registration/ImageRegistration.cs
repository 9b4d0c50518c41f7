namespace Packager.Registration;

/// <summary>An image of a step as an attribute declares it.</summary>
/// <param name="Alias">Its name, which is also its alias.</param>
/// <param name="Type">0 before, 1 after, 2 both.</param>
/// <param name="Attributes">Columns, parted by commas; empty for all.</param>
/// <param name="Id">An id of its own; null where it follows from the step and the alias.</param>
internal sealed record ImageRegistration(string Alias, int Type, string Attributes, Guid? Id);
