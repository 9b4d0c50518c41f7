using System;
using Microsoft.Xrm.Sdk;

namespace Test.Plugins;

/// <summary>Runs what the test has put into the application domain under the first part of the step's configuration.</summary>
public class Scripted : IPlugin
{
    private readonly string _configuration;

    public Scripted(string configuration) => _configuration = configuration ?? "";

    public void Execute(IServiceProvider serviceProvider)
    {
        var script = (Action<string, IServiceProvider>)AppDomain.CurrentDomain.GetData(_configuration.Split('|')[0]);
        script?.Invoke(_configuration, serviceProvider);
    }
}
