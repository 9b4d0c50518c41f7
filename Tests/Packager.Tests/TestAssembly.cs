using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Versioning;

namespace Packager.Tests;

/// <summary>Builds plug-in assemblies in memory, each with the flaw a test asks for.</summary>
internal sealed class TestAssembly
{
    /// <summary>Its token stands in the sample's XML.</summary>
    private static readonly byte[] PublicKey = [.. Enumerable.Range(0, 160).Select(i => (byte)(i * 7 + 1))];

    private readonly List<Action<Parts>> _content = [];

    public static ReadOnlyMemory<byte> Good { get; } = new TestAssembly()
        .With("Test.Plugins.ParentValidate")
        .With("Test.Plugins.EvaluateApi")
        .Build();

    public string Name { get; init; } = "Test.Plugins";

    public Version Version { get; init; } = new(1, 0, 0, 0);

    public string Framework { get; init; } = ".NETFramework,Version=v4.6.2";

    public bool IsSigned { get; init; } = true;

    public TestAssembly With(
        string type, TypeAttributes attributes = TypeAttributes.Public, bool isPlugin = true, MethodAttributes constructor = MethodAttributes.Public)
    {
        _content.Add(parts => parts.Define(type, attributes, isPlugin, constructor).CreateType());
        return this;
    }

    /// <summary>A class with registrations, each the eight arguments and the named ones.</summary>
    public TestAssembly With(string type, params (object[] Arguments, (string Name, object Value)[] Named)[] registrations)
    {
        _content.Add(parts =>
        {
            var builder = parts.Define(type, TypeAttributes.Public, isPlugin: true, MethodAttributes.Public);
            foreach (var (arguments, named) in registrations)
                parts.Register(builder, arguments, named);
            builder.CreateType();
        });
        return this;
    }

    public ReadOnlyMemory<byte> Build()
    {
        var name = new AssemblyName(Name) { Version = Version };
        if (IsSigned) name.SetPublicKey(PublicKey);
        var assembly = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        assembly.SetCustomAttribute(new(typeof(TargetFrameworkAttribute).GetConstructor([typeof(string)])!, [Framework]));
        var parts = new Parts(assembly.DefineDynamicModule(Name));
        foreach (var add in _content)
            add(parts);
        parts.Finish();

        var metadata = assembly.GenerateMetadata(out var il, out _);
        var flags = CorFlags.ILOnly | (IsSigned ? CorFlags.StrongNameSigned : 0);
        var pe = new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), il, flags: flags);
        var blob = new BlobBuilder();
        pe.Serialize(blob);
        return blob.ToArray();
    }

    /// <summary>The types that a plug-in assembly refers to, declared in the module itself: only their names count.</summary>
    private sealed class Parts
    {
        private readonly ModuleBuilder _module;
        private readonly TypeBuilder _plugin;
        private readonly TypeBuilder _attribute;
        private readonly ConstructorBuilder _full;
        private readonly ConstructorBuilder _api;
        private readonly Dictionary<string, PropertyBuilder> _properties = [];

        public Parts(ModuleBuilder module)
        {
            _module = module;
            _plugin = module.DefineType("Microsoft.Xrm.Sdk.IPlugin", TypeAttributes.Interface | TypeAttributes.Abstract | TypeAttributes.Public);
            _plugin.CreateType();
            var mode = Enumeration("ExecutionModeEnum", ("Asynchronous", 0), ("Synchronous", 1));
            var stage = Enumeration("StageEnum", ("PreValidation", 10), ("PreOperation", 20), ("PostOperation", 40));
            var isolation = Enumeration("IsolationModeEnum", ("None", 0), ("Sandbox", 1));
            var image = Enumeration("ImageTypeEnum", ("PreImage", 0), ("PostImage", 1), ("Both", 2));
            _attribute = module.DefineType("Test.CrmPluginRegistrationAttribute", TypeAttributes.Public, typeof(Attribute));
            _full = Constructor(typeof(string), typeof(string), stage, mode, typeof(string), typeof(string), typeof(int), isolation);
            _api = Constructor(typeof(string));
            foreach (var name in new[] { "Id", "Description", "UnSecureConfiguration", "Image1Name", "Image1Attributes", "Image1Id", "Image2Name", "Image2Attributes" })
                Property(name, typeof(string));
            Property("Image1Type", image);
            Property("Image2Type", image);
            Property("DeleteAsyncOperation", typeof(bool));
        }

        public TypeBuilder Define(string name, TypeAttributes attributes, bool isPlugin, MethodAttributes constructor)
        {
            var type = _module.DefineType(name, attributes);
            if (isPlugin) type.AddInterfaceImplementation(_plugin);
            type.DefineDefaultConstructor(constructor);
            return type;
        }

        /// <summary>Writes the arguments as the metadata holds them; enums, being types of this module, cannot be given otherwise.</summary>
        public void Register(TypeBuilder type, object[] arguments, (string Name, object Value)[] named)
        {
            var blob = new BlobBuilder();
            blob.WriteUInt16(1);
            foreach (var argument in arguments)
                Write(blob, argument);
            blob.WriteUInt16((ushort)named.Length);
            foreach (var (name, value) in named)
            {
                blob.WriteByte((byte)CustomAttributeNamedArgumentKind.Property);
                blob.WriteByte((byte)(value switch { string => SerializationTypeCode.String, bool => SerializationTypeCode.Boolean, _ => SerializationTypeCode.Enum }));
                if (value is int) blob.WriteSerializedString(_properties[name].PropertyType.FullName);
                blob.WriteSerializedString(name);
                Write(blob, value);
            }

            type.SetCustomAttribute(arguments.Length == 1 ? _api : _full, blob.ToArray());
        }

        public void Finish() => _attribute.CreateType();

        private static void Write(BlobBuilder blob, object value)
        {
            switch (value)
            {
                case string text: blob.WriteSerializedString(text); break;
                case bool flag: blob.WriteBoolean(flag); break;
                default: blob.WriteInt32((int)value); break;
            }
        }

        private EnumBuilder Enumeration(string name, params (string Name, int Value)[] members)
        {
            var type = _module.DefineEnum("Test." + name, TypeAttributes.Public, typeof(int));
            foreach (var (member, value) in members)
                type.DefineLiteral(member, value);
            type.CreateType();
            return type;
        }

        private ConstructorBuilder Constructor(params Type[] parameters)
        {
            var constructor = _attribute.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, parameters);
            constructor.GetILGenerator().Emit(OpCodes.Ret);
            return constructor;
        }

        private void Property(string name, Type type)
        {
            var property = _attribute.DefineProperty(name, PropertyAttributes.None, type, null);
            var setter = _attribute.DefineMethod("set_" + name, MethodAttributes.Public | MethodAttributes.SpecialName, null, [type]);
            setter.GetILGenerator().Emit(OpCodes.Ret);
            property.SetSetMethod(setter);
            _properties[name] = property;
        }
    }
}
