namespace Bench;

/// <summary>One line of the table.</summary>
/// <param name="What">What is measured, with its conditions.</param>
/// <param name="Aim">What it should be; empty when there is no aim.</param>
/// <param name="Run">Measures and says the result with its unit.</param>
internal sealed record Measure(string What, string Aim, Func<string> Run);
