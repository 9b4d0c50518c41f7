namespace FakeXrmEasy.Abstractions;

/// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/IXrmBaseContext.cs" />
public interface IXrmBaseContext;
