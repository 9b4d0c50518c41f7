namespace Live.Tests;

/// <summary>A table of tests that needs what an environment variable holds. Without it, they are skipped and say so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsAttribute : TheoryAttribute
{
    public NeedsAttribute(string variable) =>
        Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)) ? $"not run: {variable} is not set" : null;
}
