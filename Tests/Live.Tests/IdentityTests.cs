using DataverseReadiness.Plugins.Steps;
using Microsoft.Xrm.Sdk;

namespace Live.Tests;

/// <summary>The shipped assembly and the clients mean the same Microsoft.Xrm.Sdk.</summary>
public sealed class IdentityTests
{
    [Fact]
    public void The_plug_in_binds_to_the_SDK_of_the_clients()
    {
        var asked = typeof(Evaluate).Assembly.GetReferencedAssemblies().Single(name => name.Name == "Microsoft.Xrm.Sdk");

        Assert.Equal(asked.FullName, typeof(IPlugin).Assembly.FullName);
        Assert.Contains(typeof(IPlugin), typeof(Evaluate).GetInterfaces());
    }
}
