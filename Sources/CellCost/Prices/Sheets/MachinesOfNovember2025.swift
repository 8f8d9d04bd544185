import CellModel
import CellPrimitives

extension PriceSheet {
  /// What EC2's pricing page showed on 2025-11-04 for machines with Linux, on demand.
  static let machinesOfNovember2025 = PriceSheet(
    FactDate(2025, 11, 4), source: fetchedPricingPages,
    [
      .machineHour(.t3Medium): """
      0.0416 use1 use2 usw2; 0.0432 eun1; 0.0448 aps1; 0.0456 euw1; 0.0464 cac1;
      0.0472 euw2 euw3; 0.048 euc1; 0.0496 usw1; 0.052 apne2; 0.0528 apse1 apse2;
      0.0544 apne1 apne3; 0.0672 sae1
      """,
      .machineHour(.t3Large): """
      0.0832 use1 use2 usw2; 0.0864 eun1; 0.0896 aps1; 0.0912 euw1; 0.0928 cac1;
      0.0944 euw2 euw3; 0.096 euc1; 0.0992 usw1; 0.104 apne2; 0.1056 apse1 apse2;
      0.1088 apne1 apne3; 0.1344 sae1
      """,
      .machineHour(.t3XLarge): """
      0.1664 use1 use2 usw2; 0.1728 eun1; 0.1792 aps1; 0.1824 euw1; 0.1856 cac1;
      0.1888 euw2 euw3; 0.192 euc1; 0.1984 usw1; 0.208 apne2; 0.2112 apse1 apse2;
      0.2176 apne1 apne3; 0.2688 sae1
      """,
      .machineHour(.t3aMedium): """
      0.0246 aps1; 0.0376 use1 use2 usw2; 0.0408 euw1; 0.0418 cac1; 0.0425 euw2 euw3;
      0.0432 euc1; 0.0446 usw1; 0.0468 apne2; 0.0472 apse1; 0.0475 apse2; 0.049 apne1;
      0.0605 sae1
      """,
      .machineHour(.t3aLarge): """
      0.0493 aps1; 0.0752 use1 use2 usw2; 0.0816 euw1; 0.0835 cac1; 0.085 euw2 euw3; 0.0864 euc1;
      0.0893 usw1; 0.0936 apne2; 0.0944 apse1; 0.095 apse2; 0.0979 apne1; 0.121 sae1
      """,
      .machineHour(.t4gMedium): """
      0.0224 aps1; 0.0336 use1 use2 usw2; 0.0344 eun1; 0.0368 cac1 euw1; 0.0376 euw2 euw3;
      0.0384 euc1; 0.04 usw1; 0.0416 apne2; 0.0424 apse1 apse2; 0.0432 apne1; 0.0435 apne3;
      0.0536 sae1
      """,
      .machineHour(.t4gLarge): """
      0.0448 aps1; 0.0672 use1 use2 usw2; 0.0688 eun1; 0.0736 cac1 euw1; 0.0752 euw2 euw3;
      0.0768 euc1; 0.08 usw1; 0.0832 apne2; 0.0848 apse1 apse2; 0.0864 apne1; 0.087 apne3;
      0.1072 sae1
      """,
      .machineHour(.m5Large): """
      0.096 use1 use2 usw2; 0.101 aps1; 0.102 eun1; 0.107 cac1 euw1; 0.111 euw2; 0.112 euw3 usw1;
      0.115 euc1; 0.118 apne2; 0.12 apse1 apse2; 0.124 apne1 apne3; 0.153 sae1
      """,
      .machineHour(.m5XLarge): """
      0.192 use1 use2 usw2; 0.202 aps1; 0.204 eun1; 0.214 cac1 euw1; 0.222 euw2; 0.224 euw3 usw1;
      0.23 euc1; 0.236 apne2; 0.24 apse1 apse2; 0.248 apne1 apne3; 0.306 sae1
      """,
      .machineHour(.m6iLarge): """
      0.096 use1 use2 usw2; 0.101 aps1; 0.102 eun1; 0.107 cac1 euw1; 0.111 euw2; 0.112 euw3 usw1;
      0.115 euc1; 0.118 apne2; 0.12 apse1 apse2; 0.124 apne1 apne3; 0.153 sae1
      """,
      .machineHour(.m6iXLarge): """
      0.192 use1 use2 usw2; 0.202 aps1; 0.204 eun1; 0.214 cac1 euw1; 0.222 euw2; 0.224 euw3 usw1;
      0.23 euc1; 0.236 apne2; 0.24 apse1 apse2; 0.248 apne1 apne3; 0.306 sae1
      """,
      .machineHour(.m6gLarge): """
      0.0506 aps1; 0.077 use1 use2 usw2; 0.082 eun1; 0.0856 cac1; 0.086 euw1; 0.0888 euw2;
      0.0896 usw1; 0.09 euw3; 0.092 euc1; 0.094 apne2; 0.096 apse1 apse2; 0.099 apne1;
      0.0992 apne3; 0.1224 sae1
      """,
      .machineHour(.m7gLarge): """
      0.0583 aps1; 0.0816 use1 use2 usw2; 0.0867 eun1; 0.091 cac1 euw1; 0.0944 euw2;
      0.0952 euw3 usw1; 0.0978 euc1; 0.1003 apne2; 0.102 apse1 apse2; 0.1054 apne1 apne3;
      0.1301 sae1
      """,
      .machineHour(.m7iLarge): """
      0.1008 use1 use2 usw2; 0.10605 aps1; 0.1071 eun1; 0.11235 cac1 euw1; 0.11655 euw2;
      0.1176 euw3 usw1; 0.12075 euc1; 0.1239 apne2; 0.126 apse1 apse2; 0.1302 apne1 apne3;
      0.16065 sae1
      """,
      .machineHour(.c6iLarge): """
      0.085 aps1 use1 use2 usw2; 0.091 eun1; 0.0912 euw1; 0.093 cac1; 0.096 apne2; 0.097 euc1;
      0.098 apse1; 0.101 euw2 euw3; 0.106 usw1; 0.107 apne1 apne3; 0.111 apse2; 0.131 sae1
      """,
      .machineHour(.c6gLarge): """
      0.0426 aps1; 0.068 use1 use2 usw2; 0.073 eun1 euw1; 0.0744 cac1; 0.077 apne2; 0.0776 euc1;
      0.0784 apse1; 0.0808 euw2; 0.081 euw3; 0.0848 usw1; 0.0856 apne1; 0.086 apne3;
      0.0888 apse2; 0.1048 sae1
      """,
      .machineHour(.c7gLarge): """
      0.0491 aps1; 0.0723 use2; 0.0725 use1 usw2; 0.0774 eun1; 0.0775 euw1; 0.0791 cac1;
      0.0816 apne2; 0.0825 euc1; 0.0833 apse1; 0.0859 euw2 euw3; 0.0901 usw1; 0.091 apne1 apne3;
      0.0944 apse2; 0.1111 sae1
      """,
      .machineHour(.r6gLarge): """
      0.065 aps1; 0.1008 use1 use2 usw2; 0.107 eun1; 0.1104 cac1; 0.112 usw1; 0.1128 euw1;
      0.118 euw3; 0.1184 euw2; 0.1208 apse2; 0.1216 apne1 apne3 apse1 euc1; 0.122 apne2;
      0.1608 sae1
      """,
      .machineHour(.r6iLarge): """
      0.126 use1 use2 usw2; 0.13 aps1; 0.134 eun1; 0.138 cac1; 0.14 usw1; 0.141 euw1;
      0.148 euw2 euw3; 0.151 apse2; 0.152 apne1 apne2 apne3 apse1 euc1; 0.201 sae1
      """,
    ])
}
