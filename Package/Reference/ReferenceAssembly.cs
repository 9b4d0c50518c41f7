using System.Runtime.CompilerServices;

// The runtime refuses to run anything of a reference assembly.
[assembly: ReferenceAssembly]
